/** First part of a path → what the file is. `licences.yaml` and `licences/aliases.yaml` are of one kind. */
export const ROOMS = ['vendors', 'policies', 'lists', 'sets', 'layers', 'bindings', 'licences', 'frameworks'] as const
export type Room = (typeof ROOMS)[number]
/** What is concluded about an item rests on these. */
export const REGISTERS = ['vendors', 'layers', 'bindings', 'licences'] as const satisfies readonly Room[]

/** The room of a path in a rules folder, whether there is one of that name or not. */
export const roomOf = (path: string): string => path.split('/')[0]!.replace(/\.yaml$/, '')
