/** An id that a name makes: what the API takes, of a-z, 0-9 and hyphens. */
export const idOf = (name: string) => name.normalize('NFKD').replace(/\p{M}+/gu, '').toLowerCase().replace(/[^a-z0-9]+/g, '-').replace(/^-+|-+$/g, '').slice(0, 64);
