// Service hours and times to answer between the API's form and what people type.
export const DAYS = ['monday', 'tuesday', 'wednesday', 'thursday', 'friday', 'saturday', 'sunday'] as const;
export const PRIORITIES = ['urgent', 'high', 'normal', 'low'] as const;

export const lines = (text: string) => text.split('\n').map(each => each.trim()).filter(Boolean);
export const shifts = (text: string) => text.split(/[,;]/).map(each => each.trim().replaceAll('–', '-').replace(/\s*-\s*/, '-')).filter(Boolean);

/** ISO-8601 durations as hours to type. */
export function hours(of: Readonly<Record<string, string>> | undefined): Record<string, string> {
  return Object.fromEntries(Object.entries(of ?? {}).map(([name, text]) => {
    const found = /^P(?:(\d+)D)?(?:T(?:(\d+)H)?(?:(\d+)M)?(?:(\d+)S)?)?$/.exec(text);
    const [days = 0, whole = 0, minutes = 0, seconds = 0] = (found ?? []).slice(1).map(each => Number(each ?? 0));
    return [name, String(Math.round((days * 24 + whole + minutes / 60 + seconds / 3600) * 100) / 100)];
  }));
}

/** Hours that were typed as durations in whole minutes; an empty field sets none. */
export function duration(of: Readonly<Record<string, string>>): Record<string, string> {
  return Object.fromEntries(Object.entries(of).filter(([, text]) => text.trim() !== '' && Number(text) > 0)
    .map(([name, text]) => [name, `PT${Math.round(Number(text) * 60)}M`]));
}
