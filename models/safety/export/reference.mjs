// Prints what the original run time (TensorFlow.js) answers for one computed picture, as JSON.
// usage: node reference.mjs PACKAGE_DIR > reference.json; needs @tensorflow/tfjs@4.22.0
import {createRequire} from 'node:module';
import {readdirSync, readFileSync} from 'node:fs';
import {join, resolve} from 'node:path';

const require = createRequire(join(process.cwd(), 'noop.js'));
const tf = require('@tensorflow/tfjs');
const models = resolve(process.argv[2], 'dist', 'models');

const load = name => {
  const folder = join(models, name);
  const description = require(join(folder, 'model.min.js'));
  const model = description.default || description;
  const longest = text =>
      [...text.matchAll(/"([^"]*)"/g)].map(m => m[1]).reduce((a, b) => a.length > b.length ? a : b);
  const bytes = Buffer.concat(readdirSync(folder).filter(f => f.startsWith('group')).sort()
      .map(f => Buffer.from(longest(readFileSync(join(folder, f), 'utf8')), 'base64')));
  return tf.loadLayersModel(tf.io.fromMemory({
    modelTopology: model.modelTopology,
    weightSpecs: model.weightsManifest.flatMap(group => group.weights),
    weightData: new Uint8Array(bytes).buffer,
  }));
};

const checkerBoard = size => {
  const values = new Float32Array(size * size * 3);
  let at = 0;
  for (let y = 0; y < size; y++) {
    for (let x = 0; x < size; x++) {
      for (let c = 0; c < 3; c++) {
        values[at++] = (x * 7 + y * 13 + c * 50 + Math.floor(x / 9) * Math.floor(y / 11)) % 256;
      }
    }
  }
  return tf.tensor4d(values, [1, size, size, 3]);
};

await tf.setBackend('cpu');
const answers = {};
for (const [name, size] of [['mobilenet_v2', 224], ['inception_v3', 299]]) {
  const model = await load(name);
  answers[name] = Array.from(model.predict(checkerBoard(size).div(255)).dataSync());
}
console.log(JSON.stringify(answers));
