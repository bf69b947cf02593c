// A process of its own that saves audits until it has saved enough or is killed: store-writer.ts DB PROJECT COUNT SIZE
import { openStore } from '../../src/store/sqlite.ts'
import { largeAudit } from './small-audit.ts'

const [db = '', project = '', count = '1', size = '100'] = process.argv.slice(2)
const store = openStore(db, { create: true, now: () => '2026-11-23T12:00:00.000Z' })
process.stdout.write('open\n')
for (let n = 0; n < Number(count); n++) {
  const audit = largeAudit(Number(size), { project: { id: project, name: project }, rules: { set: 'default', sha256: String(n) } })
  process.stdout.write(`saved ${store.save(audit)}\n`)
}
store.close()
