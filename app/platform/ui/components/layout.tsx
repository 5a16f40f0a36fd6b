import { type Child, type Html, trustedHtml } from '#html'
import { Mark } from '../icons/mark.tsx'
import { Scene } from '../pictures/scene.tsx'
import { text } from '../text.ts'
import { Alert } from './alert.tsx'
import { Bar } from './bar.tsx'
import { DisplayChoices } from './display-choices.tsx'
import type { Frame } from './frame.ts'

export interface LayoutProps {
  readonly frame: Frame
  /** Title of the document, without the name of the platform. */
  readonly title: string
  /** `wall`: large, for a screen that is looked at from 4 metres. */
  readonly size?: 'wall'
  /** `session` leaves out navigation and footer: one thing at a time. `bare` shows the mark only, as when signing in. */
  readonly chrome?: 'full' | 'session' | 'bare'
  /** No: without a footer, where the page speaks another language than what is around it. */
  readonly foot?: boolean
  readonly width?: 'narrow' | 'usual' | 'wide'
  /** What stands in the bar instead of the organisation's name: the team, the period. */
  readonly where?: Child
  /** What stands at the end of the bar instead of the person's menu: presence, a timer. */
  readonly end?: Child
  /** Stands at the foot of the window: what comes next. */
  readonly stand?: Child
  /** No: going back asks the server again, so that what was taken away meanwhile isn't shown from memory. */
  readonly kept?: boolean
  readonly children: Child
}

/** A whole document in the house's look. Nothing in it needs script. */
export function Layout(props: LayoutProps): Html {
  const { frame, title, size, chrome = 'full', width = 'usual', kept = true, foot = true, stand, children } = props
  const words = text(frame.locale)
  const { assets } = frame
  return (
    <>
      {trustedHtml('<!doctype html>')}
      <html lang={frame.locale} data-theme={frame.theme === 'auto' ? undefined : frame.theme} data-size={size}>
        <head>
          <meta charset="utf-8" />
          <meta name="viewport" content="width=device-width, initial-scale=1, viewport-fit=cover" />
          <meta name="color-scheme" content={frame.theme === 'auto' ? 'light dark' : frame.theme} />
          <meta name="theme-color" content="#f4b400" />
          <meta name="turbo-refresh-method" content="morph" />
          <meta name="turbo-refresh-scroll" content="preserve" />
          {/* A page from memory that is replaced a moment later would take along what somebody had begun to type. */}
          <meta name="turbo-cache-control" content={kept ? 'no-preview' : 'no-cache'} />
          <title>{title} · Kantelpunt</title>
          <link rel="icon" href="/favicon.svg" type="image/svg+xml" />
          <link rel="manifest" href="/manifest.webmanifest" />
          <link rel="stylesheet" href={assets['styles.css']} data-turbo-track="reload" />
          <script type="module" src={assets['client.js']} data-turbo-track="reload" />
        </head>
        <body
          class={chrome === 'bare' ? 'bare' : undefined}
          data-controller="connection entries"
          data-entries-owner-value={frame.owner ?? undefined}
          data-entries-waiting-value={words.waiting}
          data-entries-refused-value={words.refused}
          data-entries-again-value={words.again}
          data-entries-drop-value={words.drop}
        >
          <a class="skip" href="#main">
            {words.skip}
          </a>
          <p class="offline" role="status" data-connection-target="banner" data-signed-out={words.signInAgain} hidden>
            {words.offline}
          </p>
          {chrome === 'bare' ? (
            <header class="bar">
              <a class="mark" href="/" aria-label={words.home}>
                <Mark />
                Kantelpunt
              </a>
            </header>
          ) : (
            <Bar frame={frame} navigation={chrome === 'full'} where={props.where} end={props.end} />
          )}
          <main id="main" class={width === 'usual' ? undefined : width} tabindex={-1}>
            {frame.flash && (
              <Alert kind={frame.flash.kind} live>
                {frame.flash.words}
              </Alert>
            )}
            {children}
          </main>
          {stand && (
            <section class="stand" aria-label={words.stand}>
              {stand}
            </section>
          )}
          {chrome === 'bare' && <Scene />}
          {foot && chrome !== 'session' && (
            <footer class="foot">
              <DisplayChoices frame={frame} />
            </footer>
          )}
        </body>
      </html>
    </>
  )
}
