// Builds the console: node build/build.mjs OUTPUT_FOLDER
import { readFile, writeFile, mkdir, rm } from 'node:fs/promises';
import { basename, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import * as esbuild from 'esbuild';
import { check, weigh } from './budget.mjs';
import { plotWithoutStyle } from './plot.mjs';
import { writeTypes } from './schema.mjs';

const root = new URL('..', import.meta.url);
const at = path => fileURLToPath(new URL(path, root));
const output = resolve(process.argv[2] ?? at('target/console'));

await writeTypes(new URL('../src/main/resources/dev/earshot/queryapi/openapi.json', root), new URL('target/api.d.ts', root));

const result = await esbuild.build({
  absWorkingDir: at('.'),
  entryPoints: { app: 'src/main.tsx', style: 'src/style/index.css' },
  outdir: output,
  entryNames: '[name]-[hash]',
  chunkNames: '[name]-[hash]',
  bundle: true,
  splitting: true,
  format: 'esm',
  target: ['chrome111', 'firefox120', 'safari17'],
  jsx: 'automatic',
  jsxImportSource: 'preact',
  minify: true,
  charset: 'utf8',
  legalComments: 'none',
  metafile: true,
  write: false,
  logLevel: 'warning',
  plugins: [plotWithoutStyle],
});

const files = new Map(result.outputFiles.map(file => [basename(file.path), file.contents]));
const outputs = Object.entries(result.metafile.outputs).map(([path, about]) => ({ name: basename(path), ...about }));
const entry = outputs.find(each => each.entryPoint === 'src/main.tsx');
const style = outputs.find(each => each.entryPoint === 'src/style/index.css');
const overview = outputs.find(each => each.entryPoint === 'src/screens/overview/index.tsx');

/** An output and all that it imports at once. */
function closure(start, seen = new Set()) {
  if (!start || seen.has(start.name)) return seen;
  seen.add(start.name);
  for (const { path, kind } of start.imports) {
    if (kind === 'import-statement') closure(outputs.find(each => each.name === basename(path)), seen);
  }
  return seen;
}

const scripts = [...new Set([...closure(entry), ...closure(overview)])];
const page = (await readFile(at('src/index.html'), 'utf8'))
  .replace('%STYLE%', `console/${style.name}`)
  .replace('%SCRIPT%', `console/${entry.name}`)
  .replace('%PRELOADS%', scripts.filter(name => name !== entry.name)
    .map(name => `<link rel="modulepreload" href="console/${name}">`).join('\n'));
files.set('index.html', Buffer.from(page));

check(weigh(files, ['index.html', style.name, ...scripts]));
await rm(output, { recursive: true, force: true });
await mkdir(output, { recursive: true });
for (const [name, contents] of files) await writeFile(resolve(output, name), contents);
await writeFile(resolve(output, 'files.txt'), [...files.keys()].sort().join('\n') + '\n');
