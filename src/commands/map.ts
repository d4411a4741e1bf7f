import { fileURLToPath } from 'node:url';
import { mermaidOf } from '../domain/mermaid.ts';
import { flows } from '../flows/index.ts';
import { flowNamed, parsed } from './choice.ts';
import { run, UnusableOption } from './options.ts';
import { print } from './output.ts';

const ALLOWED = `What is allowed: the id of one flow, or --help; the flows are ${flows.map(({ id }) => id).join(', ')}.`;

const HELP = `Writes a flow as a Mermaid flowchart, for reviews: npm run --silent map -- <flow>

The flows: ${flows.map(({ id }) => id).join(', ')}`;

const main = async (args: readonly string[]): Promise<void> => {
  const options = { help: { type: 'boolean' } } as const;
  const { values, positionals } = parsed({ args: [...args], options, allowPositionals: true }, ALLOWED);
  if (values.help) return print(HELP);
  const [id, ...more] = positionals;
  if (id === undefined) throw new UnusableOption(`No flow is named. ${ALLOWED}`);
  if (more.length > 0) throw new UnusableOption(`One flow at a time, not also “${more.join(' ')}”. ${ALLOWED}`);
  print(mermaidOf(flowNamed(id)));
};

if (process.argv[1] === fileURLToPath(import.meta.url)) await run(() => main(process.argv.slice(2)));
