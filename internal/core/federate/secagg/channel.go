package secagg

import (
	"crypto/aes"
	"crypto/cipher"
	"crypto/ecdh"
	"crypto/hmac"
	"crypto/hpke"
	"crypto/sha256"
	"slices"
)

// Two members talk under keys exported from an HPKE context (RFC 9180, section
// 5.3) that one of them made to the other's box key. As section 9.8 has it, the
// keys of both directions may come from one context: who made the encapsulation
// knows that only the holder of the box key can open it, and the other knows who
// made it, for it stands in a signed announcement.
//
// X25519 is what the masks use too: a hybrid scheme would protect shares of masks
// that fall to the same adversary.

// encLen is the size of an encapsulation.
const encLen = 32

// channelInfo binds an encapsulation to the terms, who made it, and for whom.
func channelInfo(terms [32]byte, from, to int) []byte {
	w := writer{}
	w.long([]byte(domain + "channel"))
	w.raw(terms[:])
	w.u32(from)
	w.u32(to)
	return w
}

// exported names the one secret that is taken from a context.
const exported = domain + "channel secret"

// encapsulate makes a channel to the holder of a box key.
func encapsulate(box, info []byte) (enc, channel []byte, err error) {
	public, err := hpke.DHKEM(ecdh.X25519()).NewPublicKey(box)
	if err != nil {
		return nil, nil, err
	}
	enc, sender, err := hpke.NewSender(public, hpke.HKDFSHA256(), hpke.ExportOnly(), info)
	if err != nil {
		return nil, nil, err
	}
	channel, err = sender.Export(exported, sha256.Size)
	return enc, channel, err
}

// decapsulate gives the channel that somebody made to one's own box key.
func decapsulate(box hpke.PrivateKey, enc, info []byte) (channel []byte, err error) {
	recipient, err := hpke.NewRecipient(enc, box, hpke.HKDFSHA256(), hpke.ExportOnly(), info)
	if err != nil {
		return nil, err
	}
	return recipient.Export(exported, sha256.Size)
}

// keyLen is the size of the keys of AES-128 and of tags.
const keyLen = 16

// direction has the keys for what goes one way.
type direction struct{ Seal, Tag []byte }

// directions are the keys of a channel, from its maker and back. The secret of the
// mask keys goes in as well: in large groups, where encapsulations come beside the
// shares, it is what shows that the shares are the maker's.
func directions(channel, shared []byte, context [32]byte, maker, other int) (there, back direction) {
	k := derive(slices.Concat(channel, shared), "channel", context, []int{maker, other}, 4*keyLen)
	return direction{k[:keyLen:keyLen], k[keyLen : 2*keyLen : 2*keyLen]}, direction{k[2*keyLen : 3*keyLen : 3*keyLen], k[3*keyLen:]}
}

func gcm(key []byte) cipher.AEAD {
	block, err := aes.NewCipher(key)
	if err != nil {
		panic(err) // a key of 16 bytes is one
	}
	// A key seals one message. The random nonce is for a member that is killed before
	// the message is stored, and makes another.
	aead, err := cipher.NewGCMWithRandomNonce(block)
	if err != nil {
		panic(err) // AES is what it is for
	}
	return aead
}

// sealShares hides shares of the mask key and of the seed under a key of one
// direction.
func sealShares(key []byte, h held) []byte {
	return gcm(key).Seal(nil, nil, slices.Concat(h.Key[:], h.Seed[:]), nil)
}

// openShares gives what [sealShares] hid; ok is false where the key is another, or
// anything was changed.
func openShares(key, sealed []byte) (h held, ok bool) {
	body, err := gcm(key).Open(nil, nil, sealed, nil)
	if err != nil || len(body) != 2*shareLen {
		return held{}, false
	}
	return held{share(body[:shareLen]), share(body[shareLen:])}, true
}

// tagLen is the size of a tag: HMAC-SHA-256, truncated to 128 bits.
const tagLen = 16

// vouch is the tag by which one member shows another that it signed a list of
// survivors.
func vouch(key []byte, list [32]byte) []byte {
	mac := hmac.New(sha256.New, key)
	mac.Write([]byte(domain + "agree"))
	mac.Write(list[:])
	return mac.Sum(nil)[:tagLen]
}
