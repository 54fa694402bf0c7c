import type { Method, Operation, Parameter } from './openapi-types.ts';

/** For the shell: inside single quotes. */
const quoted = (text: string): string => `'${text.replaceAll("'", "'\\''")}'`;

const JSON_BODY = "-H 'content-type: application/json'";
const MCP_ACCEPT = "-H 'accept: application/json, text/event-stream'";

/** Where the server is; the page says how to set it. */
const BASE = '"$WENJI"';

const shownParameters = ({ parameters = [] }: Operation): readonly Parameter[] =>
  parameters.filter((one) => 'name' in one).filter(({ example }) => example !== undefined);

const getCommand = (path: string, operation: Operation): string => {
  const given = shownParameters(operation).map(
    ({ name, example }) => `--data-urlencode ${quoted(`${name}=${example}`)}`,
  );
  return given.length > 0 ? `curl -OJ -G ${BASE}${path} \\\n  ${given.join(' \\\n  ')}` : `curl -s ${BASE}${path}`;
};

/** One request as a command, for a terminal. */
export interface Command {
  readonly summary: string;
  readonly text: string;
}

/** The examples of an operation as commands: one a body, or one with the example parameters. */
export const commandsOf = (path: string, method: Method, operation: Operation): readonly Command[] => {
  const examples = Object.values(operation.requestBody?.content['application/json']?.examples ?? {});
  if (method === 'get') return [{ summary: operation.summary, text: getCommand(path, operation) }];
  return examples.map(({ summary = operation.summary, value }) => {
    const headers = [JSON_BODY, ...(path === '/mcp' ? [MCP_ACCEPT] : [])].join(' \\\n  ');
    return { summary, text: `curl -s ${BASE}${path} \\\n  ${headers} \\\n  -d ${quoted(JSON.stringify(value))}` };
  });
};
