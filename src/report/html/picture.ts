import { axesFigure } from './axes.ts'
import { concentrationFigure } from './concentration.ts'
import type { Context } from './context.ts'
import { sharesTable } from './figures.ts'
import { layerFigures } from './layers.ts'
import { seatsTable } from './seats.ts'
import { boundTable, vendorFigures } from './vendors.ts'

/** Section 4. */
export function picture(context: Context) {
  return {
    axes: axesFigure(context),
    shares: sharesTable(context),
    layers: layerFigures(context),
    vendors: vendorFigures(context),
    concentration: concentrationFigure(context),
    bound: boundTable(context),
    seats: seatsTable(context),
  }
}
