import { describe, expect, it } from 'vitest'
import { isForeignSupplier, isOther, isSubject, supplierRank, valueIn } from '../src/read/table/columns/foreign-words.ts'

/** As people write it: words begin large, and two at a time stand in one heading. */
const eachOf = (words: string) => words.split(' ').flatMap((word) => [word, word.toUpperCase(), `x_${word}`])

describe('every word of headings in other languages is found as it is spelled', () => {
  it.each(
    eachOf(
      'Leverantör Leverandør Leverancier Toimittaja Fornecedor Proveedor Fornitore Fournisseur Dostawca Wykonawca Dodavatel Contratista Contratado Adjudicatario Aggiudicatario Attributaire Beneficiario Bénéficiaire RagioneSociale',
    ),
  )('%s is who is paid', (heading) => expect(isForeignSupplier(heading)).toBe(true))

  it.each(
    eachOf(
      'Valor Value Wert Betrag Amount Montant Importo Importe Belopp Beløb Kwota Bedrag Summa Suma Cena Preço Precio Prezzo Prix Preis Price Cost Kosten Custo Värde Virði Hinta',
    ),
  )('%s is money', (heading) => expect(valueIn(heading)).toBe(1))

  it.each(['Lot value', 'lot_value', 'Contract Value (EUR)'])('%s is money', (heading) => expect(valueIn(heading)).toBe(1))

  it.each(['Global', 'Total', 'Gesamt', 'Totaal', 'Totale'])('%s is all of it', (whole) => expect(valueIn(`Value ${whole}`)).toBe(2))

  it.each(
    eachOf(
      'Objeto Objet Oggetto Předmět Przedmiot Onderwerp Föremål Título Titolo Titre Titel Title Descrição Beskrivning Opis Designação Bezeichnung Item Produkt Software Program Artikel Article',
    ),
  )('%s is what is bought', (heading) => expect(isSubject(heading)).toBe(true))

  it.each('Name Namn Nome Nombre Nom Nazwa Nimi Jméno Denominação RagioneSociale'.split(' '))('%s names', (heading) =>
    expect(supplierRank(heading)).toBeLessThan(100),
  )

  it.each(
    'Country Land País Paese Pays State Status Situação Province County City Town Cidade Município Street Address Adresse Endereço Postcode ZIP PLZ Age Alter Years Severity Schweregrad Risk Risiko Priority CVSS Score Latitude Longitude lat lon long Population Gender CPF CNPJ NIF SIRET Phone Format Extension Error Quantidade Quantity Menge Antal Cantidad Quantità Percent pct Ratio ID Nr No Num Número Number Code Cod Código Codice Kod'.split(
      ' ',
    ),
  )('%s is something else', (heading) => expect(isOther(heading)).toBe(true))
})
