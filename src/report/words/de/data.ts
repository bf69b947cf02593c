/** Sections 6 and 7. */
export const data = {
  'data.provisional': 'Warum das Ergebnis vorläufig ist',
  'data.read-heading': 'Was gelesen wurde',
  'data.sources': 'Eingaben und was aus ihren Datensätzen wurde',
  'data.no-sources': 'Keine Datei wurde gelesen.',
  'data.balance': 'Für jede Datei gilt: Datensätze = gelesen + abgelehnt + nicht verwendbar (Summenzeilen, Fußnoten, Leerzeilen).',
  'data.file': 'Datei',
  'data.format': 'Format',
  'data.records': 'Datensätze',
  'data.read': 'gelesen',
  'data.rejected': 'abgelehnt',
  'data.unusable': 'nicht verwendbar',
  'data.note-count': 'Hinweise',
  'data.notes-heading': 'Hinweise aus dem Einlesen',
  'data.notes': 'Hinweise mit Fundstelle',
  'data.no-notes': 'Keine.',
  'data.notes-left': '{n|Ein weiterer Hinweis steht|# weitere Hinweise stehen} in der JSON-Ausgabe.',
  'data.code': 'Kennung',
  'data.note': 'Hinweis',
  'coverage.heading': 'Was bekannt ist',
  'coverage.caption': 'Bekannter Anteil je Grundlage (Belegdichte). Er verbessert keine Stufe.',
  'coverage.of': 'Angabe',
  'coverage.maker': 'Hersteller',
  'coverage.licence': 'Lizenz',
  'coverage.layer': 'Schicht',
  'coverage.amount': 'Betrag',
  'undecided.caption': 'Regeln, die mangels Angaben nicht zu entscheiden waren',
  'undecided.unprinted':
    '{n|Eine Regel war|# Regeln waren} für manche Einträge mangels Angaben nicht zu entscheiden; welche, steht in der HTML-Datei.',
  'undecided.policy': 'Regel',
  'undecided.count': 'Fälle',
  'undecided.missing': 'Was fehlt',
  'undecided.examples': 'Beispiele',
  'spend.per-year':
    'Ausgaben: {total} im Jahr aus {n|einer Position|# Positionen} mit Betrag. {without|Eine Softwareposition hat|# Softwarepositionen haben} keinen verwendbaren Betrag. Hardware, Arbeit von Menschen und was keine IT ist, stehen mit zusammen {beside} daneben und haben in den Anteilen kein Gewicht.',
  'spend.as-stated':
    'Ausgaben: {total} wie angegeben, nicht auf ein Jahr umgerechnet, aus {n|einer Position|# Positionen} mit Betrag. {without|Eine Softwareposition hat|# Softwarepositionen haben} keinen verwendbaren Betrag. Hardware, Arbeit von Menschen und was keine IT ist, stehen mit zusammen {beside} daneben und haben in den Anteilen kein Gewicht.',
  'left-out': 'In keiner dieser Summen, wie angegeben: {which}.',
  'left-out.expired': '{n|eine abgelaufene Position|# abgelaufene Positionen}',
  'left-out.less': 'Darin schon abgezogen, wie angegeben: {which}.',
  'left-out.set-off': '{n|eine Gutschrift|# Gutschriften}',
  'left-out.not-begun': '{n|eine Position, die einer laufenden erst nachfolgt|# Positionen, die laufenden erst nachfolgen}',
  'left-out.uncounted': '{n|eine Position, die anderswo zählt oder beendet ist|# Positionen, die anderswo zählen oder beendet sind}',
  'left-out.credit': '{n|eine Gutschrift ohne Gegenstück|# Gutschriften ohne Gegenstück}',
  'left-out.cancelled': '{n|eine durch Gutschriften aufgehobene Position|# durch Gutschriften aufgehobene Positionen}',
  'left-out.cancelling': '{n|eine Gutschrift, die Positionen aufhebt|# Gutschriften, die Positionen aufheben}',
  'left-out.kind': '{n|eine Obergrenze, Schätzung oder ein Stückpreis|# Obergrenzen, Schätzungen oder Stückpreise}',
  'left-out.currency': '{n|eine Position ohne Umrechnungskurs|# Positionen ohne Umrechnungskurs}',
  'left-out.placeholder': '{n|ein Platzhalterbetrag|# Platzhalterbeträge}',
  'left-out.none': '{n|eine Position ohne Betrag|# Positionen ohne Betrag}',
  'limits.heading': 'Was die Zahlen nicht sagen',
  'limits.sbom':
    'Eine Software-Stückliste (SBOM) nennt meist nur Bibliotheken. Betriebssystem, Datenbank, Hosting und genutzte Dienste fehlen darin oft.',
  'limits.seller':
    'Eine Beschaffungsliste nennt oft den Händler. Wo der Hersteller nicht erkennbar ist, bleibt er unbekannt und wird nicht geraten.',
  'limits.silent':
    'Nicht bewertbar aus diesen Eingaben: Speicherort und Schlüssel der Daten, Personal, geprobter Ausstieg, Herkunft der Hardware, Pläne der Anbieter.',
  'limits.quality': 'Sicherheit, Qualität und Wirtschaftlichkeit der Produkte werden nicht bewertet.',
  'limits.spend':
    'Kostenlos genutzte Software erscheint mit 0 Euro. Der Anteil an den Ausgaben zeigt, wohin Geld fließt, nicht, was genutzt wird.',
  'assumes.heading': 'Annahmen',
  'assumes.source': 'Bei einem Paket aus einem öffentlichen Verzeichnis mit OSI-Lizenz gilt der Quelltext als öffentlich.',
  'assumes.tax.unknown': 'Beträge, bei denen nicht steht, ob sie netto oder brutto sind, gelten als netto.',
  'assumes.tax.gross':
    'Bruttobeträge zählen wie angegeben, weil die Projektdatei keinen Steuersatz nennt; gegenüber Nettobeträgen wiegen sie um die Steuer zu schwer.',
  'assumes.register': 'Eigentum und Größe der Anbieter gelten mit dem Stand, den das Register zum Stichtag ausweist.',

  'method.intro':
    'Das Verfahren in Kürze: Unbekanntes bleibt eine Spanne. Offene Software bindet an keinen Anbieter. Das schlechteste Ziel entscheidet, und zwar als Mindestwert.',
  'method.bases': 'Drei Grundlagen, nie zusammengezählt',
  'method.bases.components':
    'Komponenten: jede direkt eingebundene Komponente zählt 1. Mittelbar eingebundene stehen daneben; sind sie nicht offen, gibt es dazu eine Feststellung.',
  'method.bases.spend':
    'Ausgaben: Beträge in Euro, auf ein Jahr umgerechnet, wenn für mindestens 95 % der Summe eine Laufzeit bekannt ist, sonst wie angegeben.',
  'tax.all.net': 'Alle Beträge sind netto.',
  'tax.all.converted': 'Alle Beträge sind brutto angegeben und mit dem Steuersatz der Projektdatei auf netto umgerechnet.',
  'tax.all.gross': 'Alle Beträge sind brutto und zählen so, weil die Projektdatei keinen Steuersatz nennt.',
  'tax.all.unknown': 'Ob die Beträge netto oder brutto sind, ist nicht angegeben; sie gelten als netto.',
  'tax.of': 'Beträge aus {file}: {parts}.',
  'tax.files': '{n} Dateien',
  'tax.net': '{n} netto',
  'tax.converted': '{n} brutto, mit dem Steuersatz der Projektdatei auf netto umgerechnet',
  'tax.gross': '{n} brutto und so gezählt, weil die Projektdatei keinen Steuersatz nennt',
  'tax.unknown': '{n} ohne Angabe, sie gelten als netto',
  'method.bases.lines': 'Positionen: jede Zeile der Beschaffungsliste zählt 1. Sie bestimmen die Stufe nur, wenn es keine Ausgaben gibt.',
  'method.unknown': 'Unbekanntes',
  'method.unknown.text':
    'Jeder Anteil ist eine Spanne. Unten steht, was sicher dazugehört; oben kommt hinzu, was ungeklärt ist. Geteilt wird immer durch das Ganze. Unbekanntes gilt nie als gut, nie als null und fällt nie weg.',
  'method.figures': 'Kennzahlen',
  'method.figures.large':
    'Großanbieter-Anteil: Gewicht von allem, was nicht offen ist und zu einem Konzern der Gruppe T1 oder T2 gehört, geteilt durch das Ganze.',
  'method.figures.proprietary':
    'Proprietär-Anteil: Gewicht von allem mit proprietärer oder eingeschränkter Lizenz, geteilt durch das Ganze.',
  'method.figures.hhi':
    'Konzentration: Summe der quadrierten Anteile der Konzerne an dem, was sicher nicht offen ist, mal 10.000 (Herfindahl-Hirschman-Index, HHI). 10.000 geteilt durch den HHI ergibt die Zahl gleich großer Anbieter.',
  'method.figures.bounds':
    'Ist ein Anteil u ungeklärt und der größte bekannte Anteil s, so liegt der HHI höchstens um 10.000 · (2 · s · u + u²) höher. Offenes zählt zum Ganzen, aber zu keinem Anbieter.',
  'method.figures.coverage':
    'Belegdichte: Für welchen Anteil des Gewichts Hersteller, Lizenz und Schicht bekannt sind, je Angabe; der kleinste wird genannt. Bekannte Beträge gehören nicht dazu.',
  'method.levels': 'Stufen',
  'method.levels.text':
    'Jedes Ziel wird an beiden Enden des Unbekannten berechnet: im besten und im schlechtesten Fall. Von zwei Grundlagen gilt die schlechtere. Die Abhängigkeitsstufe reicht vom höchsten besten bis zum höchsten schlechtesten Wert. Ein Ziel ohne Angaben reicht von 1 bis 5.',
  'bounds.caption': 'Grenzen der Stufen im Regelsatz „{set}“',
  'bounds.elsewhere': 'Die Grenzen der Stufen stehen im Regelsatz.',
  'bounds.levels': 'Grenzen',
  'bounds.also': 'Außerdem',
  'bounds.switch.1': 'Stufe 1: HHI höchstens {hhi}',
  'bounds.switch.2': 'Stufe 2: HHI über {hhi}',
  'bounds.switch.3': 'Stufe 3: HHI über {hhi}',
  'bounds.switch.4': 'Stufe 4: größter privater Anbieter ab {share}',
  'bounds.switch.5': 'Stufe 5: wie 4, und die Eingaben belegen eine Bindung',
  'bounds.switch.note':
    'Je Schicht; es gilt die schlechteste Schicht mit mindestens {share} der Softwareausgaben. Unter {n} Positionen mit Gewicht: Fakten, keine Stufe. Bei einer Stückliste zählen gebundene Dienste als Mindestwert.',
  'bounds.shape': 'Stufe {level}: offener Anteil ab {share}',
  'bounds.shape.5': 'Stufe 5: offener Anteil unter {share}',
  'bounds.shape.note':
    'Eine nicht offene Komponente in beliebiger Tiefe schließt Stufe 1 aus. Ist etwas Tragendes nicht offen, gilt mindestens Stufe 3.',
  'bounds.voice': 'Es gilt die höchste Stufe, auf der oder über der mindestens {share} des Gewichts liegen',
  'bounds.voice.note':
    'Je Eintrag: 1 offen unter gemeinschaftlicher oder öffentlicher Steuerung; 2 offen von einer einzelnen Firma oder proprietär von der öffentlichen Hand; sonst 3, bei Großanbietern und bei Sitz außerhalb von EU und EWR je eine Stufe mehr.',
  'bounds.margin': 'Grenzfall',
  'bounds.margin.text': 'Näher als {points|ein Prozentpunkt|# Prozentpunkte} oder {hhi} HHI-Punkte an einer Grenze',
  'bounds.margin.note': 'Dann werden beide Stufen genannt.',
  'method.words': 'Einordnung',
  'notice.egovg':
    '§\u00a016a EGovG richtet sich an Bundesbehörden („sollen“), gilt für Neubeschaffungen und nennt einen Vorrang, kein Verbot. Für andere ist die Vorschrift hier ein freiwilliger Maßstab.',
  'notice.gwb': 'Werte aus §\u00a018 GWB und aus der Fusionskontrolle dienen nur dem Vergleich; sie werden nicht angewendet.',
  'notice.award': 'Sitz eines Anbieters und Abhängigkeitsstufe sind keine Eignungs- oder Zuschlagskriterien.',
  'notice.direct': 'Bei Direktvergaben ist der Grund wiedergegeben, den die Vergabestelle nennt. Ob er trägt, wurde nicht geprüft.',
  'notice.frameworks':
    'Eine amtliche deutsche Notenskala für digitale Souveränität gibt es nicht. Dieser Bericht behauptet keine Einstufung nach einem fremden Rahmenwerk.',
} as const
