// Prints a tfjs model.min.js (a JavaScript module) as JSON.
const module_ = require(require('path').resolve(process.argv[2]));
process.stdout.write(JSON.stringify(module_.default || module_));
