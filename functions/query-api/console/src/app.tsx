// The page: entrance or workspace, one screen, the mentions beside it, the drawer over it.
import { useEffect, useRef } from 'preact/hooks';
import { load } from './api/load';
import { t } from './i18n';
import { Mentions } from './mentions/dock';
import { SCREENS, type Screen, allowedScreens } from './screens';
import { Entrance } from './shell/entrance';
import { Menu } from './shell/menu';
import { TopBar } from './shell/topbar';
import { address, change, param } from './state/address';
import { brandName } from './state/brands';
import { range } from './state/range';
import { summaryPath } from './screens/overview/summary';
import { enterWith, storedKey } from './state/enter';
import { keyRefused, me } from './state/session';
import { Lazy } from './ui/lazy';

export function App() {
  useEffect(() => {
    if (!storedKey()) return;
    void enterWith(storedKey());
    ahead();
  }, []);
  if (!me.value) return <Entrance />;
  return (
    <>
      <Workspace />
      {keyRefused.value && <Entrance over />}
    </>
  );
}

/** Asks for what the overview shows first while the key is still tried: each of the two waits for the function. */
function ahead() {
  const brand = param('brand');
  if (address.value.screen === 'overview' && brand) void load(summaryPath(brand, range.value)).catch(() => undefined);
}

function Workspace() {
  const { screen: id } = address.value;
  const screen = allowedScreens().find(each => each.id === id);
  const main = useRef<HTMLElement>(null);
  const first = useRef(true);
  useEffect(() => {
    document.title = `${screen ? t(screen.title) : t('screen.unknown')} · ${brandName.value || me.value?.workspace} · Earshot`;
    // A new screen is a new page: it begins at its top, and is read from there.
    if (!first.current) { main.current?.focus(); scrollTo(0, 0); }
    first.current = false;
  }, [id]);
  const docked = id !== 'mentions';
  const dock = param('dock');
  return (
    <div class={`shell${docked ? ' with-dock' : ''}${dock ? ` dock-${dock}` : ''}`}>
      <a class="skip" href="#main" onClick={event => { event.preventDefault(); main.current?.focus(); }}>{t('skip')}</a>
      <TopBar ranged={screen?.ranged ?? false} />
      <Menu />
      <main id="main" tabIndex={-1} ref={main}>
        <h1>{screen ? t(screen.title) : t('screen.unknown')}</h1>
        {screen ? <Opened key={id} screen={screen} /> : <p>{t(SCREENS.some(each => each.id === id) ? 'error.scope' : 'screen.unknown.hint')}</p>}
      </main>
      <Hatch />
      {docked && <Dock />}
      {param('why') && <Lazy key={param('why')} load={() => import('./why')} />}
    </div>
  );
}

/** What bars whose time is not over are filled with. */
const Hatch = () => (
  <svg class="unseen" aria-hidden="true">
    <pattern id="hatch" class="hatch" width="8" height="8" patternUnits="userSpaceOnUse" patternTransform="rotate(45)"><line y2="8" /></pattern>
  </svg>
);

function Dock() {
  return (
    <aside class="dock" aria-label={t('screen.mentions')}>
      <header>
        <h2>{t('screen.mentions')}</h2>
        <button type="button" class="quiet dock-close" onClick={() => change({ dock: 'closed' }, 'replace')}>{t('dock.hide')}</button>
      </header>
      <Mentions />
    </aside>
  );
}

const Opened = ({ screen }: { screen: Screen }) => <Lazy load={screen.load} />;
