// Plot writes a <style> element into every chart, which the console's policy forbids. The build takes it out, and
// style/charts.css has its rules. A version of Plot that does this otherwise fails the build instead of being blocked.
import { readFile } from 'node:fs/promises';

const STYLE = /\.call\(\(svg\) =>\s*\/\/[^\n]*\n\s*svg\.append\("style"\)\.text\(\s*`[^`]*`\s*\)\s*\)/;

export const plotWithoutStyle = {
  name: 'plot-without-style',
  setup(build) {
    build.onLoad({ filter: /@observablehq\/plot\/src\/plot\.js$/ }, async ({ path }) => {
      const source = await readFile(path, 'utf8');
      if (!STYLE.test(source)) {
        throw new Error(`${path} no longer adds its style as build/plot.mjs expects; look at it and mend the pattern`);
      }
      return { contents: source.replace(STYLE, ''), loader: 'js' };
    });
  },
};
