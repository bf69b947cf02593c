import { candidate, type Clue } from '../clue.ts'

/** A system calls itself so; nothing else is called so beside that type. */
const STRENGTH = 0.9

/**
 * An operating system by its identifier, as `os-release` has it (`ID`, https://www.freedesktop.org/software/systemd/man/latest/os-release.html)
 * or scanners call its family: `debian`, `redhat`, `amzn`. Elsewhere such a word means anything.
 */
export const systemClue: Clue = {
  id: 'system',
  find({ name, said }, { namespaces }) {
    if (said.type !== 'operating-system') return []
    const hit = namespaces.owner('os', name.trim())
    return hit === undefined ? [] : [candidate(hit.owner, STRENGTH, name, 'operating-system', 'name', name)]
  },
}
