import { render } from 'preact';
import { App } from './app';
import { preferred, speak } from './i18n';
import { followHistory, open } from './state/address';
import { enterWith } from './state/enter';
import { startTheme } from './state/theme';

/** The key of `./earshot up --open`: taken out of the address before anything else happens. */
const given = /^#key=([A-Za-z0-9_-]+)$/.exec(location.hash)?.[1];
if (given) open('#/overview', 'replace');

startTheme();
followHistory();
// Not awaited here: the files of words import this one. If they can't be had, English is spoken.
void speak(preferred()).catch(() => speak('en')).then(() => {
  render(<App />, document.getElementById('app')!);
  if (given) void enterWith(given);
});
