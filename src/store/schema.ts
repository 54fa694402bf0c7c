/** Raised with every change of the tables; a file written by a newer version is left alone. */
export const VERSION = 8;

/** Times are milliseconds since the epoch. */
export const SCHEMA = `
-- Ids by which a platform may deliver the same thing again.
CREATE TABLE IF NOT EXISTS seen (id TEXT PRIMARY KEY, work INTEGER, at INTEGER NOT NULL) WITHOUT ROWID;

-- What was accepted and is not done with. Contents are removed as soon as it is.
CREATE TABLE IF NOT EXISTS work (
  id INTEGER PRIMARY KEY,
  channel TEXT NOT NULL,
  lane TEXT NOT NULL,
  incoming TEXT,
  outgoing TEXT,
  sent INTEGER NOT NULL DEFAULT 0,
  tried INTEGER,
  tries INTEGER NOT NULL DEFAULT 0,
  due INTEGER NOT NULL,
  at INTEGER NOT NULL,
  ended TEXT,
  owner TEXT NOT NULL DEFAULT ''
);
CREATE INDEX IF NOT EXISTS work_open ON work (id) WHERE ended IS NULL;

-- What is written only to see whether the disk takes it.
CREATE TABLE IF NOT EXISTS probe (id INTEGER PRIMARY KEY, at INTEGER NOT NULL, pad TEXT NOT NULL);

-- Earlier questions of a person in a chat.
CREATE TABLE IF NOT EXISTS turn (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  conversation TEXT NOT NULL,
  question TEXT NOT NULL,
  work INTEGER,
  at INTEGER NOT NULL
);
CREATE INDEX IF NOT EXISTS turn_conversation ON turn (conversation, id);
CREATE INDEX IF NOT EXISTS turn_work ON turn (work) WHERE work IS NOT NULL;

-- Answers whose buttons and pages still work: what was asked, from which the answer is made again.
CREATE TABLE IF NOT EXISTS reply (id TEXT PRIMARY KEY, asked TEXT NOT NULL, digest TEXT NOT NULL, work INTEGER, at INTEGER NOT NULL) WITHOUT ROWID;
CREATE INDEX IF NOT EXISTS reply_at ON reply (at);
CREATE INDEX IF NOT EXISTS reply_work ON reply (work) WHERE work IS NOT NULL;

-- The long answer that a conversation is turning the pages of.
CREATE TABLE IF NOT EXISTS reading (conversation TEXT PRIMARY KEY, reply TEXT NOT NULL, page INTEGER NOT NULL, at INTEGER NOT NULL) WITHOUT ROWID;

-- Who said that an answer is wrong and was asked what, or which other thing was meant.
CREATE TABLE IF NOT EXISTS doubt (conversation TEXT PRIMARY KEY, reply TEXT NOT NULL, asked TEXT NOT NULL, at INTEGER NOT NULL) WITHOUT ROWID;

-- 有用 and 有误, one for each reader of an answer.
CREATE TABLE IF NOT EXISTS verdict (reply TEXT NOT NULL, reader TEXT NOT NULL, verdict TEXT NOT NULL, plan TEXT, channel TEXT NOT NULL DEFAULT '', at INTEGER NOT NULL, PRIMARY KEY (reply, reader)) WITHOUT ROWID;

-- What a chat was shown lately, by its digest: where the platform keeps the same message back.
CREATE TABLE IF NOT EXISTS shown (lane TEXT NOT NULL, digest TEXT NOT NULL, at INTEGER NOT NULL);
CREATE INDEX IF NOT EXISTS shown_digest ON shown (lane, digest, at);

-- Groups of which it is known whether outside people are in them.
CREATE TABLE IF NOT EXISTS chat (id TEXT PRIMARY KEY, external INTEGER NOT NULL) WITHOUT ROWID;

-- Replies that a platform fetches: their content once there is one, when it was fetched, when another way was taken.
CREATE TABLE IF NOT EXISTS stream (id TEXT PRIMARY KEY, content TEXT, fetched INTEGER, diverted INTEGER, at INTEGER NOT NULL) WITHOUT ROWID;

-- Questions that were not answered well, without who asked or where: one for each time, or so many times the same.
CREATE TABLE IF NOT EXISTS miss (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  sort TEXT NOT NULL,
  question TEXT NOT NULL,
  norm TEXT NOT NULL,
  kind TEXT NOT NULL,
  channel TEXT NOT NULL,
  chat TEXT NOT NULL,
  plan TEXT,
  reason TEXT,
  meant TEXT,
  judge TEXT,
  work INTEGER,
  count INTEGER NOT NULL DEFAULT 1,
  settled INTEGER NOT NULL DEFAULT 0,
  at INTEGER NOT NULL
);
CREATE INDEX IF NOT EXISTS miss_norm ON miss (norm);
CREATE INDEX IF NOT EXISTS miss_work ON miss (work) WHERE work IS NOT NULL;
CREATE INDEX IF NOT EXISTS miss_judge ON miss (judge) WHERE judge IS NOT NULL;

-- What units reported of their tasks, beside the plan; year 0 is a list of all years.
CREATE TABLE IF NOT EXISTS report (plan TEXT NOT NULL, unit TEXT NOT NULL, year INTEGER NOT NULL, task INTEGER NOT NULL, day TEXT NOT NULL, person TEXT NOT NULL, progress TEXT NOT NULL, at INTEGER NOT NULL, PRIMARY KEY (plan, unit, year, task, day)) WITHOUT ROWID;

-- What a language model returned, by its prompt: the question without who asked, and how it was read in words.
CREATE TABLE IF NOT EXISTS model_reply (key TEXT PRIMARY KEY, reply TEXT NOT NULL, plan TEXT NOT NULL, question TEXT NOT NULL, said TEXT, work INTEGER, at INTEGER NOT NULL) WITHOUT ROWID;
CREATE INDEX IF NOT EXISTS model_reply_work ON model_reply (work) WHERE work IS NOT NULL;

-- Answers by day (in China) and by the plan that gave them, and how long they took.
CREATE TABLE IF NOT EXISTS tally (day TEXT NOT NULL, channel TEXT NOT NULL, kind TEXT NOT NULL, status TEXT NOT NULL, plan TEXT NOT NULL DEFAULT '', count INTEGER NOT NULL, PRIMARY KEY (day, channel, kind, status, plan)) WITHOUT ROWID;
-- Weeks whose summary was handed over to the administrators' chat, by their Monday.
CREATE TABLE IF NOT EXISTS told (week TEXT PRIMARY KEY, at INTEGER NOT NULL) WITHOUT ROWID;
CREATE TABLE IF NOT EXISTS latency (day TEXT NOT NULL, bucket INTEGER NOT NULL, count INTEGER NOT NULL, PRIMARY KEY (day, bucket)) WITHOUT ROWID;
`;

/** What makes of a file of the version before one of this; the first is for files of version 1. */
export const MIGRATIONS: readonly string[] = [
  // Which of several plans answered.
  `ALTER TABLE miss ADD COLUMN plan TEXT;
ALTER TABLE verdict ADD COLUMN plan TEXT;
ALTER TABLE tally RENAME TO tally_1;
CREATE TABLE tally (day TEXT NOT NULL, channel TEXT NOT NULL, kind TEXT NOT NULL, status TEXT NOT NULL, plan TEXT NOT NULL DEFAULT '', count INTEGER NOT NULL, PRIMARY KEY (day, channel, kind, status, plan)) WITHOUT ROWID;
INSERT INTO tally (day, channel, kind, status, count) SELECT day, channel, kind, status, count FROM tally_1;
DROP TABLE tally_1`,
  // Where it was judged, which other thing of the plan was meant, weeks that were told.
  `ALTER TABLE verdict ADD COLUMN channel TEXT NOT NULL DEFAULT '';
ALTER TABLE miss ADD COLUMN meant TEXT`,
  // Reports are a table of their own, made with the others; so are the probe of the disk, what is asked of doubts
  // and what a language model returned.
  '',
  '',
  '',
  '',
  // Which of several processes has it.
  "ALTER TABLE work ADD COLUMN owner TEXT NOT NULL DEFAULT ''",
];
