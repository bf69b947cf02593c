const CONTACT = /^(?:contacts?|kontakte?|kontakt(?:stelle|daten|person|name|adresse|punkt)n?)$/
/** More words are a sentence. */
const WORDS = 5

/** Whether a folded heading asks who is asked about something, and how: "Nominated contact point: name", "Supplier contact"; the word. */
export function contactIn(folded: string): string | undefined {
  const words = folded.match(/[a-z]+/g) ?? []
  return words.length <= WORDS ? words.find((one) => CONTACT.test(one)) : undefined
}
