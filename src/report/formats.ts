/** Ids of every output format, in the order in which help names them. */
export const FORMATS = ['html', 'json', 'cyclonedx', 'sarif', 'gitlab', 'junit', 'markdown', 'csv', 'csv-rfc4180'] as const
export type FormatId = (typeof FORMATS)[number]
