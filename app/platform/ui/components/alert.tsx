import type { Child, Html } from '#html'
import { Icon, type IconName } from '../icons/icon.tsx'

export type AlertKind = 'info' | 'ok' | 'warning' | 'error'
const iconOf: Readonly<Record<AlertKind, IconName>> = {
  info: 'info-circle',
  ok: 'circle-check',
  warning: 'alert-triangle',
  error: 'alert-circle',
}

interface AlertProps {
  readonly kind?: AlertKind
  readonly title?: string
  /** Said aloud at once by a screen reader: for what just happened, not for what was already there. */
  readonly live?: boolean
  readonly children?: Child
}

/** Something the reader must know. `error` says what to do, not only what went wrong. */
export function Alert({ kind = 'info', title, live, children }: AlertProps): Html {
  return (
    <div
      class={`utrecht-alert utrecht-alert--${kind}`}
      role={live ? (kind === 'error' ? 'alert' : 'status') : undefined}
    >
      <div class="utrecht-alert__icon">
        <Icon name={iconOf[kind]} />
      </div>
      <div class="utrecht-alert__content">
        {title && <p class="strong">{title}</p>}
        {children && <div class="utrecht-alert__message">{children}</div>}
      </div>
    </div>
  )
}
