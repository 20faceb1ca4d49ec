// What was told, by which rules, when it is silent, and whether it arrived.
import { tab, Tabs } from '../../ui/tabs';
import { Told } from './told';
import { Rules } from './rules';
import { Silences } from './silences';
import { Webhooks } from './webhooks';

const TABS = ['told', 'rules', 'silences', 'webhooks'] as const;

export default function Alerts() {
  const shown = tab('told', TABS);
  return (
    <>
      <Tabs all={TABS} shown={shown} name={each => `alerts.${each}`} />
      {shown === 'told' && <Told />}
      {shown === 'rules' && <Rules />}
      {shown === 'silences' && <Silences />}
      {shown === 'webhooks' && <Webhooks />}
    </>
  );
}
