// Types of the API's answers, made from its own document, so that a field that is renamed there fails the build here.
import { readFile, writeFile, mkdir } from 'node:fs/promises';
import openapiTS, { astToString } from 'openapi-typescript';

export async function writeTypes(document, file) {
  const schema = JSON.parse(await readFile(document, 'utf8'));
  const types = astToString(await openapiTS(schema, { alphabetize: true }));
  await mkdir(new URL('.', file), { recursive: true });
  await writeFile(file, types);
}
