import { noServiceText } from '../../bound.ts'
import { axesFigure } from '../parts/axes.ts'
import { concentrationFigure } from '../parts/concentration.ts'
import type { Context } from '../context.ts'
import { sharesTable } from '../parts/figures.ts'
import { layerFigures } from '../parts/layers.ts'
import { seatsTable } from '../parts/seats.ts'
import { boundTable, vendorFigures } from '../parts/vendors.ts'

/** Section 4. */
export function picture(context: Context) {
  return {
    axes: axesFigure(context),
    shares: sharesTable(context),
    layers: layerFigures(context),
    vendors: vendorFigures(context),
    concentration: concentrationFigure(context),
    bound: boundTable(context),
    boundNone: noServiceText(context, context.audit),
    seats: seatsTable(context),
  }
}
