import { withQuery } from '../../api/client';
import { useLoad } from '../../api/load';
import type { InfluencerComparison } from '../../api/types';
import { label, t } from '../../i18n';
import { Interval } from '../../ui/interval';
import { Answer } from '../../ui/state';
import { shortName } from './index';

/** Two to five authors, component by component. */
export function Compared({ brand, authors }: { brand: string; authors: string[] }) {
  const path = withQuery('/v1/influencers/compare', { brand, authors: authors.join(',') });
  const compared = useLoad<InfluencerComparison>(path);
  return (
    <Answer of={compared} again={path}>
      {data => (
        <div class="scroll" tabIndex={0} role="group" aria-label={t('influencers.compared')}>
          <table>
            <thead><tr><th scope="col">{t('table.what')}</th>{data.influencers.map(each => <th scope="col" key={each.author}>{shortName(each.author)}</th>)}</tr></thead>
            <tbody>
              <tr><th scope="row">{t('influencers.score')}</th>{data.influencers.map(each => <td key={each.author}><Interval value={each.score} interval={each.interval} /></td>)}</tr>
              {(data.influencers[0]?.components ?? []).map(({ name }) => (
                <tr key={name}><th scope="row">{label('component', name)}</th>
                  {data.influencers.map(each => {
                    const part = each.components.find(one => one.name === name);
                    return <td key={each.author}>{part && part.weight > 0 ? <Interval value={part.value} interval={part.interval} /> : '–'}</td>;
                  })}
                </tr>
              ))}
            </tbody>
          </table>
          {data.unknown.length > 0 && <p class="hint">{t('influencers.unknown', { authors: data.unknown.map(shortName).join(', ') })}</p>}
        </div>
      )}
    </Answer>
  );
}
