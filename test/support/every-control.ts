// Every control of the house, list by list.
import { accessControls } from './access-controls.ts'
import { controls } from './controls.ts'
import { holderControls } from './holder-controls.ts'
import { officeControls } from './office-controls.ts'
import { paperControls } from './paper-controls.ts'
import { portableControls } from './portable-controls.ts'
import { publicControls } from './public-controls.ts'
import { removalControls } from './removal-controls.ts'
import { shareControls } from './share-controls.ts'

export const everyControl = [
  controls,
  officeControls,
  accessControls,
  holderControls,
  paperControls,
  removalControls,
  portableControls,
  publicControls,
  shareControls,
].flat()
