/**
 * Member states of the EU and the other states of the European Economic Area, ISO 3166-1 alpha-2.
 * Source: Agreement on the EEA and Treaty on European Union, as of 2026-11-23.
 */
const EEA = new Set(['AT', 'BE', 'BG', 'CY', 'CZ', 'DE', 'DK', 'EE', 'ES', 'FI', 'FR', 'GR', 'HR', 'HU', 'IE', 'IT', 'LT', 'LU', 'LV', 'MT', 'NL', 'PL', 'PT', 'RO', 'SE', 'SI', 'SK', 'IS', 'LI', 'NO']) // prettier-ignore

/** `undefined` where the seat is not known. */
export function inEea(country: string | undefined): boolean | undefined {
  return country === undefined ? undefined : EEA.has(country)
}
