import { errorWords } from './error-words.ts'

/** Faults that whoever started the server can put right; the message says how, a stack would only hide it. */
const explained: Readonly<Record<string, (error: Error) => string>> = {
  settings: (error) => error.message,
  'database-in-use': (error) => error.message,
  EADDRINUSE: () => 'The port is in use by another program. Stop that one, or give another: PORT=3001.',
  EACCES: () => 'The port is not allowed for this user. Give another: PORT=3001.',
  ECONNREFUSED: () => 'The database does not answer. Is DATABASE_URL right, and is the server running?',
  '28P01': () => 'The database does not take this user and password. Is DATABASE_URL right?',
  '3D000': () => 'The database named in DATABASE_URL does not exist. Make it first.',
}

/** Says why the process ends and ends it: a sentence where that is enough, else what may be logged of the fault. */
export function explainAndExit(error: unknown): void {
  const code = error instanceof Error && 'code' in error ? String(error.code) : ''
  const explain = explained[code]
  const words =
    explain !== undefined && error instanceof Error
      ? explain(error)
      : JSON.stringify({
          level: 'error',
          time: new Date().toISOString(),
          error: errorWords(error),
          msg: 'the process ends',
        })
  process.stderr.write(`${words}\n`)
  process.exit(1)
}
