/** Lower case without accents and soft hyphens; words stay apart. */
export function fold(text: string): string {
  return text
    .replace(/\u00ad/g, '')
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .replace(/ß/g, 'ss')
    .toLowerCase()
    .replace(/\s+/g, ' ')
    .trim()
}
