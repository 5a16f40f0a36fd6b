import type { Child, Html } from '#html'
import { Icon, type IconName } from '../icons/icon.tsx'
import { classes } from '../tone.ts'

/**
 * `main` is the one thing to do next (yellow, once a page), `strong` does something else that counts, `quiet` is a choice
 * beside it, `plain` looks like a link, `danger` takes something away.
 */
export type ButtonKind = 'main' | 'strong' | 'quiet' | 'plain' | 'danger'

interface ButtonLook {
  readonly kind?: ButtonKind
  readonly size?: 'big' | 'wide' | 'square'
  readonly icon?: IconName
  /** Stands after the words: an arrow that says where it goes. */
  readonly iconAfter?: IconName
  /** The spoken name where the button shows only an icon or where its words need their context. */
  readonly label?: string | undefined
  readonly children?: Child
}

export interface ButtonProps extends ButtonLook {
  readonly type?: 'submit' | 'button'
  readonly name?: string
  readonly value?: string | number
  readonly disabled?: boolean
  readonly pressed?: boolean
  readonly form?: string
  readonly formaction?: string
  /** A Stimulus action, such as `dialog#open`. */
  readonly action?: string
}

const kindClass: Readonly<Record<ButtonKind, string>> = {
  main: 'utrecht-button--primary-action',
  strong: '',
  quiet: 'utrecht-button--secondary-action',
  plain: 'utrecht-button--subtle',
  danger: 'utrecht-button--secondary-action utrecht-button--danger',
}

function look({ kind = 'strong', size }: ButtonLook): string {
  return classes('utrecht-button', kindClass[kind], size)
}

function inside({ icon, iconAfter, children }: ButtonLook): Html {
  return (
    <>
      {icon && <Icon name={icon} />}
      {children}
      {iconAfter && <Icon name={iconAfter} />}
    </>
  )
}

/** A button that sends its form, unless `type="button"`. */
export function Button(props: ButtonProps): Html {
  return (
    <button
      class={look(props)}
      type={props.type === 'button' ? 'button' : undefined}
      name={props.name}
      value={props.value}
      disabled={props.disabled}
      form={props.form}
      formaction={props.formaction}
      aria-label={props.label}
      aria-pressed={props.pressed === undefined ? undefined : String(props.pressed)}
      data-action={props.action}
    >
      {inside(props)}
    </button>
  )
}

/** A link that looks like a button: for going somewhere. */
export function ButtonLink(props: ButtonLook & { readonly href: string; readonly download?: boolean }): Html {
  return (
    <a class={look(props)} href={props.href} aria-label={props.label} download={props.download}>
      {inside(props)}
    </a>
  )
}
