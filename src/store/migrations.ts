import type { Database } from 'better-sqlite3'

/** In the header of the file: "EIGS". Tells our databases from everybody else's. */
export const APPLICATION_ID = 0x45494753

/**
 * Each entry takes the schema from its index to the next version (`user_version`). Never changed once released; the
 * schema that a file must have follows from them. docs/database.md explains the columns.
 */
export const MIGRATIONS: readonly string[] = [
  `CREATE TABLE audit (
     number INTEGER PRIMARY KEY AUTOINCREMENT,
     saved INTEGER NOT NULL,
     created TEXT NOT NULL,
     project TEXT NOT NULL,
     as_of TEXT NOT NULL,
     rule_set TEXT NOT NULL,
     rules_sha256 TEXT NOT NULL,
     inputs_sha256 TEXT NOT NULL,
     tool_version TEXT NOT NULL,
     best INTEGER,
     worst INTEGER,
     provisional INTEGER NOT NULL,
     items INTEGER NOT NULL,
     findings INTEGER NOT NULL,
     document BLOB NOT NULL,
     UNIQUE (project, as_of, rule_set, rules_sha256, inputs_sha256)
   ) STRICT;
   CREATE TABLE figure (
     audit INTEGER NOT NULL REFERENCES audit ON DELETE CASCADE,
     id TEXT NOT NULL,
     basis TEXT NOT NULL,
     layer TEXT NOT NULL,
     low REAL NOT NULL,
     high REAL NOT NULL,
     PRIMARY KEY (audit, id, basis, layer)
   ) STRICT, WITHOUT ROWID;
   CREATE TABLE item (
     audit INTEGER NOT NULL REFERENCES audit ON DELETE CASCADE,
     position INTEGER NOT NULL,
     source TEXT NOT NULL,
     ref TEXT NOT NULL,
     id TEXT NOT NULL,
     kind TEXT NOT NULL,
     name TEXT NOT NULL,
     version TEXT,
     purl TEXT,
     relation TEXT NOT NULL,
     counted INTEGER NOT NULL,
     procurement INTEGER NOT NULL,
     maker TEXT,
     maker_name TEXT,
     control TEXT NOT NULL,
     controller TEXT,
     controller_name TEXT,
     country TEXT,
     tier TEXT,
     reseller TEXT,
     governance TEXT NOT NULL,
     licence TEXT,
     family TEXT NOT NULL,
     openness TEXT NOT NULL,
     structural_class TEXT NOT NULL,
     layer TEXT,
     bound_service TEXT,
     portable TEXT,
     critical INTEGER NOT NULL,
     amount REAL,
     currency TEXT,
     amount_counts INTEGER,
     per_year REAL,
     term_end TEXT,
     PRIMARY KEY (audit, position)
   ) STRICT, WITHOUT ROWID;
   CREATE TABLE finding (
     audit INTEGER NOT NULL REFERENCES audit ON DELETE CASCADE,
     position INTEGER NOT NULL,
     fingerprint TEXT NOT NULL,
     policy TEXT NOT NULL,
     subject_kind TEXT NOT NULL,
     subject TEXT NOT NULL,
     severity TEXT NOT NULL,
     status TEXT NOT NULL,
     items INTEGER NOT NULL,
     PRIMARY KEY (audit, position)
   ) STRICT, WITHOUT ROWID;
   CREATE INDEX finding_fingerprint ON finding (fingerprint);`,
]

/** Brings the schema up to the last migration in one transaction; nothing happens if it is there already. */
export function migrate(db: Database, migrations: readonly string[] = MIGRATIONS): void {
  db.transaction(() => {
    // read inside: another process may have migrated while this one waited
    for (const statements of migrations.slice(schemaVersion(db))) db.exec(statements)
    db.pragma(`application_id = ${APPLICATION_ID}`)
    db.pragma(`user_version = ${migrations.length}`)
  }).immediate()
}

export const schemaVersion = (db: Database): number => db.pragma('user_version', { simple: true }) as number

/** Everything the file's schema holds, as text that can be compared. What `ANALYZE` leaves behind does not matter. */
export function schemaOf(db: Database): string {
  const objects = db.prepare(`SELECT type, name, tbl_name, sql FROM sqlite_schema WHERE name NOT GLOB 'sqlite_stat*' ORDER BY type, name`)
  return JSON.stringify(objects.all())
}
