/** The two languages everything is written in. German comes first: it is the language of the administration. */
export const LANGUAGES = ['de', 'en'] as const
export type Language = (typeof LANGUAGES)[number]

/** One text in both languages. */
export type Words = Readonly<Record<Language, string>>
