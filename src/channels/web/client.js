/**
 * The page's way to the server.
 *
 * @typedef {import('../../types.ts').Answer} Answer
 * @typedef {{ readonly question: string, readonly answer: Answer, readonly at?: number }} Turn asked at, in milliseconds
 * @typedef {{ readonly plan?: string, readonly units: readonly string[], readonly pagesOf: (plan: string) => string | undefined }} Reading
 *   the plan's own pages, where they are served: its id, the units that have a page, the pages of a citation's plan
 * @typedef {{ readonly message: string, readonly retry: boolean }} Failure what went wrong, with its remedy
 */

const WAIT_MS = 20_000;

const UNREACHED = { message: '没有连上服务。请检查网络，然后点“重试”。', retry: true };
const TOO_SLOW = { message: '服务迟迟没有回应。请稍后点“重试”。', retry: true };

const failureOf = (status, body) => {
  const retry = status >= 500 || status === 429;
  return {
    message: body?.error?.message ?? `服务暂时不能回答（HTTP ${status}）。请稍后点“重试”。`,
    retry: retry || !body?.error,
  };
};

/** Reads the body too, so that a connection that stalls half-way is still cut off by the signal. */
const post = async (path, body, signal) => {
  const response = await fetch(path, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(body),
    signal,
  });
  const text = await response.text();
  return { response, text };
};

const parse = (text) => {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
};

/**
 * Asks the server. Never throws: what went wrong comes back as a failure.
 *
 * @param {{ question: string, conversation: string }} body
 * @param {AbortController} controller ends the wait
 * @returns {Promise<{ answer: Answer } | { failure: Failure }>}
 */
export const ask = async (body, controller) => {
  const timer = setTimeout(() => controller.abort(), WAIT_MS);
  try {
    const { response, text } = await post('/api/ask', body, controller.signal);
    const value = parse(text);
    return response.ok && typeof value?.text === 'string'
      ? { answer: value }
      : { failure: failureOf(response.status, value) };
  } catch {
    return { failure: controller.signal.aborted ? TOO_SLOW : UNREACHED };
  } finally {
    clearTimeout(timer);
  }
};

/**
 * Tells the server what a reader thinks of an answer. Never throws.
 *
 * @param {{ question: string, history: string[], verdict: 'useful' | 'wrong', reason?: string, reader: string }} body
 * @returns {Promise<{ others: readonly { id: string, label: string }[] } | undefined>} once it has been noted, with what
 *   else may have been meant
 */
export const judge = async (body) => {
  const controller = new AbortController();
  const timer = setTimeout(() => controller.abort(), WAIT_MS);
  try {
    const { response, text } = await post('/api/feedback', body, controller.signal);
    return response.ok ? { others: parse(text)?.others ?? [] } : undefined;
  } catch {
    return undefined;
  } finally {
    clearTimeout(timer);
  }
};

const units = document.getElementById('units');
const own = {
  plan: units?.dataset.plan,
  units: [...(units?.options ?? [])].map(({ value }) => value),
  pagesOf: () => units?.dataset.plan,
};

/** @type {Map<string, Promise<readonly string[]>>} by the plan's id */
const unitsOf = new Map();

const fetchUnits = async (plan) => {
  try {
    const response = await fetch(`/plans/${encodeURIComponent(plan)}/units.json`, {
      signal: AbortSignal.timeout(WAIT_MS),
    });
    return response.ok ? await response.json() : [];
  } catch {
    return []; // the names stand there without links
  }
};

/** The plan that an answer comes from; none where it comes from several. */
const planOf = ({ plan, citations }) => {
  const [only, another] = new Set(citations.map((citation) => citation.plan));
  return plan ?? (another === undefined ? only : undefined);
};

/**
 * Where the plan of an answer is read. With one plan the page knows it by itself.
 *
 * @param {Answer} answer
 * @returns {Promise<Reading>}
 */
export const readingOf = async (answer) => {
  if (units?.dataset.several === undefined) return own;
  const plan = planOf(answer);
  const pagesOf = (id) => id;
  if (plan === undefined) return { units: [], pagesOf };
  const known = unitsOf.get(plan) ?? fetchUnits(plan);
  unitsOf.set(plan, known);
  return { plan, units: await known, pagesOf };
};
