import type { Child, Html } from '#html'
import type { Assets } from '../../web/services.ts'

interface PasskeyButtonProps {
  /** `sign-in` asks for any passkey, `confirm` for one of the person who is signed in, `register` makes one. */
  readonly does: 'sign-in' | 'confirm' | 'register'
  /** Where to go on afterwards; a path on this server. */
  readonly to: string
  /** What to say when it did not work. */
  readonly failed: string
  readonly main?: boolean
  readonly assets: Assets
  readonly children: Child
}

/** A passkey can't do without script, so the button shows itself where browser and script are there. */
export function PasskeyButton({ does, to, failed, main, assets, children }: PasskeyButtonProps): Html {
  return (
    <div class="stack tight" data-passkey={does} data-to={to} hidden>
      <p>
        <button type="button" class={`utrecht-button utrecht-button--${main ? 'primary' : 'secondary'}-action`}>
          {children}
        </button>
      </p>
      <p class="wrong" role="alert" hidden>
        {failed}
      </p>
      <script type="module" src={assets['passkey-client.js']} />
    </div>
  )
}
