// What goes round, under or into a device: German and English here, the rest in `abroad/`.
import { CASES, CHARGERS, CONSUMABLES, REMADE } from './abroad/accessories.ts'
import { inAll } from './abroad/languages.ts'
import { COMPATIBLE } from './abroad/suited.ts'
import { together, type WordForms } from './word-list.ts'

/** Round, under or before it: „iPad-Schutzhülle“. */
export const DEVICE_CASES: WordForms = {
  are: 'sleeve sleeves stylus styli backpack backpacks',
  begin: `tasche armband armbänd halterung ständer folie koffer rucksack ladewagen ladekoffer notebookwagen tabletwagen gehäuse`,
  end: 'stift stifte hülle hüllen hulle hullen tasche taschen folie folien halterung halterungen rucksack rucksäcke',
}

/** After a device and the number of its model: „Surface Pro 11 kaitseümbrised“. */
export const isCaseWord = inAll(DEVICE_CASES, CASES)

/** Before the name of a device: „Hülle iPhone 15“ is no iPhone. */
export const isAccessoryWord = inAll(
  together(DEVICE_CASES, {
    are: `case cases cover covers transportkoffer ladekoffer lederkoffer akku akkus ersatzakku ersatzakkus ersatzteil ersatzteile displayglas
      panzerglas`,
  }),
  CASES,
  CHARGERS,
)

/** What devices use up. */
export const isConsumableWord = inAll(
  {
    begin: 'tusz inkt',
    end: 'patrone patronen tinte tinten kartusche kartuschen',
    hold: 'toner tintenpatr trommel bildtrommel farbband farbbänd druckkopf cartouche cartucc cartridge',
  },
  CONSUMABLES,
)

/** Of such things: made or filled again by another. */
export const isRemadeWord = inAll(
  {
    begin: `kompat compatib compatív rebuild rebuilt remanufactur rigenerat refill nachbau nachgebaut wiederaufber wiederbefüll aufbereitet
      recycelt recycled regeneriert reconditionn recondicion zamienn huismerk`,
  },
  COMPATIBLE,
  REMADE,
)
