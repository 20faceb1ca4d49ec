// What rose about the brand, and what people have begun to talk about.
import { t } from '../../i18n';
import { brandId } from '../../state/brands';
import { Empty } from '../../ui/state';
import { tab, Tabs } from '../../ui/tabs';
import { Episodes } from './episodes';
import { Topics } from './topics';

const TABS = ['episodes', 'topics'] as const;

export default function Trends() {
  const shown = tab('episodes', TABS);
  if (!brandId.value) return <Empty>{t('overview.nobrand')}</Empty>;
  return (
    <>
      <Tabs all={TABS} shown={shown} name={each => `trends.${each}`} />
      {shown === 'episodes' ? <Episodes /> : <Topics />}
    </>
  );
}
