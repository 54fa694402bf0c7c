import { readBriefOnce } from '../plans/stored.ts';

/** A process of its own that reads one plan's folder into the cache, and ends. */
readBriefOnce(process.argv[2] ?? '');
