/** Texts of licences, part by part, and sentences that somebody may add to them. */
const GRANT = `Permission is hereby granted, free of charge, to any person obtaining a copy of this software and associated documentation files (the "Software"), to deal in the Software without restriction, including without limitation the rights to use, copy, modify, merge, publish, distribute, sublicense, and/or sell copies of the Software, and to permit persons to whom the Software is furnished to do so, subject to the following conditions:`
const NOTICE = `The above copyright notice and this permission notice shall be included in all copies or substantial portions of the Software.`
const AS_IS = `THE SOFTWARE IS PROVIDED "AS IS", WITHOUT WARRANTY OF ANY KIND, EXPRESS OR IMPLIED, INCLUDING BUT NOT LIMITED TO THE WARRANTIES OF MERCHANTABILITY, FITNESS FOR A PARTICULAR PURPOSE AND NONINFRINGEMENT. IN NO EVENT SHALL THE AUTHORS OR COPYRIGHT HOLDERS BE LIABLE FOR ANY CLAIM, DAMAGES OR OTHER LIABILITY, WHETHER IN AN ACTION OF CONTRACT, TORT OR OTHERWISE, ARISING FROM, OUT OF OR IN CONNECTION WITH THE SOFTWARE OR THE USE OR OTHER DEALINGS IN THE SOFTWARE.`
export const MIT = ['The MIT License (MIT)\n\nCopyright (c) 2020-2024 Muster GmbH and other contributors', GRANT, NOTICE, AS_IS]
const BSD_HEAD = `Redistribution and use in source and binary forms, with or without modification, are permitted provided that the following conditions are met:`
const SOURCE = `1. Redistributions of source code must retain the above copyright notice, this list of conditions and the following disclaimer.`
const BINARY = `2. Redistributions in binary form must reproduce the above copyright notice, this list of conditions and the following disclaimer in the documentation and/or other materials provided with the distribution.`
const DISCLAIMER = `THIS SOFTWARE IS PROVIDED BY MUSTER GMBH "AS IS" AND ANY EXPRESS OR IMPLIED WARRANTIES, INCLUDING, BUT NOT LIMITED TO, THE IMPLIED WARRANTIES OF MERCHANTABILITY AND FITNESS FOR A PARTICULAR PURPOSE ARE DISCLAIMED. IN NO EVENT SHALL MUSTER GMBH BE LIABLE FOR ANY DIRECT, INDIRECT, INCIDENTAL, SPECIAL, EXEMPLARY, OR CONSEQUENTIAL DAMAGES (INCLUDING, BUT NOT LIMITED TO, PROCUREMENT OF SUBSTITUTE GOODS OR SERVICES; LOSS OF USE, DATA, OR PROFITS; OR BUSINESS INTERRUPTION) HOWEVER CAUSED AND ON ANY THEORY OF LIABILITY, WHETHER IN CONTRACT, STRICT LIABILITY, OR TORT (INCLUDING NEGLIGENCE OR OTHERWISE) ARISING IN ANY WAY OUT OF THE USE OF THIS SOFTWARE, EVEN IF ADVISED OF THE POSSIBILITY OF SUCH DAMAGE.`
export const BSD = ['Copyright (c) 2020, Muster GmbH\nAll rights reserved.', BSD_HEAD, SOURCE, BINARY, DISCLAIMER]
export const ENDORSE = `3. Neither the name of Muster GmbH nor the names of its contributors may be used to endorse or promote products derived from this software without specific prior written permission.`
export const GPL_NOTICE = `Muster Werkzeug is free software; you can redistribute it and/or modify it under the terms of the GNU General Public License as published by the Free Software Foundation; either version 2 of the License, or (at your option) any later version.`

export const RESTRICTED = [
  'The Software shall be used for Good, not Evil.',
  '3. Use of the software for commercial purposes is prohibited.',
  '3. The software may be used solely with microcontrollers manufactured by Muster GmbH.',
  'The Software may not be used for commercial purposes without written permission of the author.',
  'The software may not be sold.',
  'This license is granted for evaluation purposes only.',
  'You may use the software with up to ten users.',
  'Organizations with more than 100 employees need a separate agreement.',
  'Die Nutzung zu gewerblichen Zwecken ist untersagt.',
]
export const UNKNOWN = ['Hospitals get a copy on request.', 'See the file TERMS for what else applies.']

/** Conditions of which nobody knows what they do. Parts of their words stand in disclaimers. */
export const CONDITIONS = [
  'Nur Körperschaften des öffentlichen Rechts dürfen die Software einsetzen.',
  'Die Software dürfen nur wissenschaftliche Einrichtungen einsetzen.',
  'Das Recht wird nur Behörden gewährt.',
  'You must run it on reliable hardware.',
  'You must not run it by night.',
]

/** A text with something put into it. */
export const with_ = (parts: readonly string[], extra: string, at: number) =>
  [...parts.slice(0, at), extra, ...parts.slice(at)].join('\n\n')
