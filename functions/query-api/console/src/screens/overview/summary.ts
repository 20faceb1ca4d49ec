import { pathOf, withQuery } from '../../api/client';
import type { Range } from '../../state/range';

export const summaryPath = (brand: string, { from, to }: Range) =>
  withQuery(pathOf`/v1/brands/${brand}/summary`, { from: from.toISOString(), to: to.toISOString() });
