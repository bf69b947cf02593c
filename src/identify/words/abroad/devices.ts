import type { Abroad } from './languages.ts'

/** Computers that are bought, whatever runs on them. */
export const COMPUTERS: Abroad = {
  fr: 'ordinateur ordinateurs portable portables tablette tablettes serveur serveurs',
  it: 'computer portatile portatili notebook tablet',
  es: 'ordenador ordenadores portátil portátiles computador computadores servidor servidores tableta tabletas',
  ca: 'ordinador ordinadors portàtil portàtils servidor servidors tauleta tauletes',
  pt: 'computador computadores portátil portáteis servidor servidores',
  ro: 'calculator calculatoare calculatoarelor laptopuri laptopurilor tablete desktopuri servere',
  nl: 'computers werkstation werkstations',
  sv: 'dator datorer bärbara surfplatta surfplattor servrar arbetsstationer',
  da: 'computere bærbar bærbare servere tablets arbejdsstationer',
  no: 'datamaskin datamaskiner bærbar bærbare servere nettbrett arbeidsstasjoner',
  fi: 'tietokone tietokoneet tietokoneita tietokoneiden kannettava kannettavat kannettavia palvelin palvelimet palvelimia työasemat',
  et: 'arvuti arvutid arvutite sülearvuti sülearvutid sülearvutite tahvelarvutid serverid lauaarvutid',
  lv: 'dators datori datoru klēpjdatori klēpjdatoru portatīvie serveri planšetdatori planšetdatoru',
  lt: 'kompiuteris kompiuteriai kompiuterių nešiojamieji nešiojamųjų serveriai planšetės planšetiniai',
  pl: 'komputer komputery komputerów laptop laptopy laptopów notebooki notebooków serwery tablety tabletów stacje',
  cs: 'počítač počítače počítačů notebooky notebooků servery serverů tablety tabletů',
  sk: 'počítač počítače počítačov notebooky notebookov servery serverov tablety tabletov',
  sl: 'računalnik računalniki računalnikov računalnike prenosnik prenosniki prenosnikov strežniki strežnikov tablice',
  hr: 'računalo računala prijenosnik prijenosnici prijenosnika prijenosna poslužitelji poslužitelja tableti tableta',
  sr: 'računar računari računara laptopovi laptopova serveri servera tableti tableta',
  hu: 'számítógép számítógépek laptopok notebookok szerverek táblagépek munkaállomások',
  bg: 'компютър компютри лаптоп лаптопи сървър сървъри таблет таблети',
  el: 'υπολογιστής υπολογιστές υπολογιστών φορητοί φορητών διακομιστές διακομιστών ταμπλέτες',
  uk: 'ютер ютери ютерів ноутбук ноутбуки ноутбуків сервер сервери серверів планшети планшетів',
}
