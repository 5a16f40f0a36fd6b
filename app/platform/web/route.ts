import type { Locale } from '../text/dictionary.ts'
import type { Access } from './access.ts'
import type { WebContext } from './context.ts'

/** One address and method. Paths of an organisation start with `/s/:organisation`; see `Access` for who is let in. */
export interface Route {
  readonly method: 'GET' | 'POST' | 'OPTIONS'
  readonly path: string
  readonly access: Access
  readonly handle: (c: WebContext) => Response | Promise<Response>
  /** Bytes that a body may have; 64 kB where nothing is said. */
  readonly bodyLimit?: number
  /** What to say of a body that is larger: what may be sent here, and what to do. */
  readonly tooLarge?: (locale: Locale) => string
  /** Requests per minute from one address or person, for routes that send mail, check codes or cost much. */
  readonly perMinute?: number
  /** Exists in the demo only: outside of it the address is not there at all. */
  readonly demo?: boolean
}
