import type { Api } from './api/client.ts';
import type { DayCount, Meta, Source } from './api/types.ts';
import { askable, type Scope } from './scope.ts';

/** What there is in a scope, whatever the day. */
export interface Overview {
  asked: Scope;
  scope: Scope; // the same as the server can be asked in it
  sources: Source[];
  counts: DayCount[];
  read: Pick<Meta, 'reports' | 'claims' | 'places' | 'version'>;
}

/** Fetches what there is in a scope: first the sources, because only those that are known can be left out. */
export async function loadOverview(api: Api, asked: Scope, signal?: AbortSignal): Promise<Overview> {
  const sources = await api.within({ ...asked, without: [] }).sources(signal);
  const scope = askable(asked, sources);
  const within = api.within(scope);
  const [{ reports, claims, places, version }, counts] = await Promise.all([within.meta(signal), within.days(signal)]);
  return { asked, scope, sources, counts, read: { reports, claims, places, version } };
}
