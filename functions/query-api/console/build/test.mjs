// Bundles the tests, which are TypeScript, and hands them to node's own runner.
import { readdirSync, rmSync } from 'node:fs';
import { spawnSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import * as esbuild from 'esbuild';

const at = path => fileURLToPath(new URL(`../${path}`, import.meta.url));
const output = at('target/tests');
rmSync(output, { recursive: true, force: true });
await esbuild.build({
  absWorkingDir: at('.'),
  entryPoints: readdirSync(at('test')).filter(name => name.endsWith('.test.ts')).map(name => `test/${name}`),
  outdir: output,
  outExtension: { '.js': '.mjs' },
  bundle: true,
  platform: 'node',
  format: 'esm',
  jsx: 'automatic',
  jsxImportSource: 'preact',
  logLevel: 'warning',
});
const files = readdirSync(output).map(name => `${output}/${name}`);
process.exit(spawnSync(process.execPath, ['--test', '--test-reporter=dot', ...files], { stdio: 'inherit', env: { ...process.env, TZ: 'UTC' } }).status ?? 1);
