// Package privacy adds noise to gradients so that what leaves a site says little
// about any one day of its data, and keeps count of how much it says.
//
// The unit is a whole day of one site, added or removed: the intervals of a day
// hang together, so a smaller unit would promise what it does not keep. A site's
// whole record is no unit here; with few sites the noise for it drowns the sum.
// There is no way to noise but through an [Account], and no epsilon without the
// [Statement] that names its unit.
//
// It is not for secure aggregation, which hides single updates and leaves the sum
// as it is.
package privacy
