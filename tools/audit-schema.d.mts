export const SCHEMA_FILE: string
export function auditSchema(): Promise<string>
