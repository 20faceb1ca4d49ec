// The mentions alone, over the whole width.
import { t } from '../i18n';
import { Mentions } from '../mentions/dock';
import { brandName } from '../state/brands';

export default function MentionsScreen() {
  return (
    <section class="card narrow" aria-label={t('screen.mentions')}>
      <h2>{t('mentions.of', { brand: brandName.value })}</h2>
      <Mentions />
    </section>
  );
}
