// Who speaks of the brand, in groups large enough that nobody stands out, and when the brand's own posts do well.
import { t } from '../../i18n';
import { brandId } from '../../state/brands';
import { Empty } from '../../ui/state';
import { tab, Tabs } from '../../ui/tabs';
import { Segments } from './segments';
import { PlannedTest } from './test';
import { Times } from './times';

const TABS = ['segments', 'times', 'test'] as const;

export default function Audience() {
  const shown = tab('segments', TABS);
  if (!brandId.value) return <Empty>{t('overview.nobrand')}</Empty>;
  return (
    <>
      <Tabs all={TABS} shown={shown} name={each => `audience.${each}`} />
      {shown === 'segments' && <Segments />}
      {shown === 'times' && <Times key={brandId.value} brand={brandId.value} />}
      {shown === 'test' && <PlannedTest key={brandId.value} brand={brandId.value} />}
    </>
  );
}
