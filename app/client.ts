import { Application } from '@hotwired/stimulus'
import '@hotwired/turbo'
import { AloudController } from './platform/ui/client/aloud-controller.ts'
import { ConnectionController } from './platform/ui/client/connection-controller.ts'
import { EntriesController } from './platform/ui/client/entries-controller.ts'
import { ImpactController } from './platform/ui/client/impact-controller.ts'
import { keepTyping } from './platform/ui/client/keep-typing.ts'
import { LiveController } from './platform/ui/client/live-controller.ts'
import { behaveAsForms } from './platform/ui/client/pages.ts'
import { refreshWhenQuiet } from './platform/ui/client/refresh-when-quiet.ts'
import { ReorderController } from './platform/ui/client/reorder-controller.ts'
import { handleSheets } from './platform/ui/client/sheets.ts'
import { FocusController, PrintController, SlideController } from './platform/ui/client/small-controllers.ts'
import { StepperController } from './platform/ui/client/stepper-controller.ts'
import { SwapController } from './platform/ui/client/swap-controller.ts'
import { TimerController } from './platform/ui/client/timer-controller.ts'
import { WaitingController } from './platform/ui/client/waiting-controller.ts'
import { WakeController } from './platform/ui/client/wake-controller.ts'

const application = Application.start()
application.register('aloud', AloudController)
application.register('connection', ConnectionController)
application.register('entries', EntriesController)
application.register('focus', FocusController)
application.register('impact', ImpactController)
application.register('live', LiveController)
application.register('print', PrintController)
application.register('reorder', ReorderController)
application.register('slide', SlideController)
application.register('stepper', StepperController)
application.register('swap', SwapController)
application.register('timer', TimerController)
application.register('waiting', WaitingController)
application.register('wake', WakeController)

behaveAsForms()
handleSheets()
refreshWhenQuiet()
keepTyping(() => {
  const entries = application.getControllerForElementAndIdentifier(document.body, 'entries')
  if (entries instanceof EntriesController) entries.show()
})

// Only on https and localhost; elsewhere the page that says "no connection" is the browser's own.
void navigator.serviceWorker?.register('/assets/service-worker.js', { scope: '/' }).catch(() => {})
