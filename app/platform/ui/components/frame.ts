import type { Locale } from '../../text/dictionary.ts'
import type { IconName } from '../icons/icon.tsx'
import type { AlertKind } from './alert.tsx'

/** `auto` follows the device. */
export type Theme = 'auto' | 'light' | 'dark'
export const themes = ['auto', 'light', 'dark'] as const satisfies readonly Theme[]

export interface FrameLink {
  readonly label: string
  readonly href: string
  readonly icon?: IconName
  /** Where else one is under this link. */
  readonly also?: readonly string[]
}

/** Everything around a page that is not of the page: the web room makes it once for each request. */
export interface Frame {
  readonly locale: Locale
  readonly theme: Theme
  /** Addresses of the built files by their plain name, such as `styles.css`. */
  readonly assets: Readonly<Record<string, string>>
  /** Path and query of this page, to come back to after changing language or colours. */
  readonly here: string
  readonly organisation: { readonly name: string; readonly href: string } | null
  readonly navigation: readonly FrameLink[]
  readonly person: { readonly name: string; readonly links: readonly FrameLink[] } | null
  /** Names whose entries wait on this device (an opaque text: person and organisation). Nothing: nobody is known. */
  readonly owner: string | null
  /** What the last form did, shown once. */
  readonly flash: { readonly kind: AlertKind; readonly words: string } | null
}
