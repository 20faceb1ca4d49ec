// Prints the checksums of NanoDet's outputs as TensorFlow.js computes them on a picture made of arithmetic.
//
// usage: node reference.mjs PACKAGE_DIR > reference.json
// needs: @tensorflow/tfjs-core, tfjs-converter and tfjs-backend-cpu (4.22.0) beside this file or above

import fs from "node:fs";
import * as tf from "@tensorflow/tfjs-core";
import { loadGraphModel } from "@tensorflow/tfjs-converter";
import "@tensorflow/tfjs-backend-cpu";

const SIZE = 416;
const MEAN = [103.53, 116.28, 123.675];
const DEVIATION = [57.375, 57.12, 58.395];
const folder = `${process.argv[2]}/models`;

function picture() {
  const values = new Float32Array(3 * SIZE * SIZE);
  for (let channel = 0; channel < 3; channel++) {
    const colour = 2 - channel; // the network takes blue first
    for (let y = 0; y < SIZE; y++) {
      for (let x = 0; x < SIZE; x++) {
        const value = (x * 7 + y * 13 + colour * 50 + Math.floor(x / 9) * Math.floor(y / 11)) % 256;
        values[(channel * SIZE + y) * SIZE + x] = (value - MEAN[channel]) / DEVIATION[channel];
      }
    }
  }
  return tf.tensor(values, [1, 3, SIZE, SIZE]);
}

const json = JSON.parse(fs.readFileSync(`${folder}/nanodet.json`));
const bytes = fs.readFileSync(`${folder}/nanodet.bin`);
const model = await loadGraphModel({
  load: async () => ({
    modelTopology: json.modelTopology,
    signature: json.signature,
    weightSpecs: json.weightsManifest.flatMap((group) => group.weights),
    weightData: bytes.buffer.slice(bytes.byteOffset, bytes.byteOffset + bytes.length),
  }),
});
const outputs = model.execute({ "input_1:0": picture() }, model.outputNodes);
const found = {};
for (const tensor of outputs) {
  found[tensor.shape.slice(1).join("x")] = Array.from(tensor.dataSync().filter((_, i) => i % 97 === 0));
}
console.log(JSON.stringify(found));
