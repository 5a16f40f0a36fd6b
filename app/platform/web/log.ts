import { type DestinationStream, pino } from 'pino'
import { errorWords } from './error-words.ts'

export type LogLevel = 'debug' | 'info' | 'warn' | 'error' | 'silent'

/**
 * One JSON line a thing that happened. No personal data: no names, addresses, query strings, form values or IP; a path
 * only as the pattern of its route, a person only as a kind.
 */
export interface Log {
  debug(fields: LogFields, message: string): void
  info(fields: LogFields, message: string): void
  warn(fields: LogFields, message: string): void
  /** A fault. Of what was thrown, only what can't quote a person is written; see `errorWords`. */
  fault(error: unknown, fields?: LogFields): void
}

export type LogFields = Readonly<Record<string, string | number | boolean | null>>

/** A log on standard error, so that what is printed for people stays readable; or on the destination given. */
export function createLog(level: LogLevel, destination?: DestinationStream): Log {
  const options = {
    level,
    base: { pid: process.pid },
    timestamp: pino.stdTimeFunctions.isoTime,
    formatters: { level: (label: string) => ({ level: label }) },
  }
  const logger = pino(options, destination ?? gathered())
  return {
    debug: (fields, message) => logger.debug(fields, message),
    info: (fields, message) => logger.info(fields, message),
    warn: (fields, message) => logger.warn(fields, message),
    fault: (error, fields = {}) => {
      logger.error({ ...fields, error: errorWords(error) }, 'fault')
      logger.flush()
    },
  }
}

/** Standard error, written some lines at a time: a write for each request costs a tenth of what the request does. */
function gathered(): DestinationStream {
  const output = pino.destination({ fd: 2, sync: false, minLength: 16_000 })
  setInterval(() => output.flush(), 500).unref()
  return output
}
