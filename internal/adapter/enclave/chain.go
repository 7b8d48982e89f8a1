package enclave

import (
	"bytes"
	"crypto/ecdsa"
	"crypto/elliptic"
	"crypto/sha256"
	"crypto/x509"
	"encoding/hex"
	"encoding/pem"
	"errors"
	"fmt"
	"math/big"
	"strings"
	"time"
)

// intelRootKey is the public key of Intel's SGX root CA, x and y, as Intel
// publishes it for pinning (SGX and TDX Provisioning Certification Service).
const intelRootKey = "0ba9c4c0c0c86193a3fe23d6b02cda10a8bbd4e88e48b4458561a36e705525f567918e2edc88e40d860bd0cc4ee26aacc988e505a953558c453f6b0904ae7394"

// Root is the key that all certificates of a maker go back to.
type Root struct{ key *ecdsa.PublicKey }

// IntelRoot is Intel's.
func IntelRoot() Root {
	raw, err := hex.DecodeString(intelRootKey)
	if err != nil {
		panic("enclave: the pinned key is not hexadecimal")
	}
	key, err := point(raw)
	if err != nil {
		panic("enclave: the pinned key is not on its curve")
	}
	return Root{key}
}

// NewRoot is a root of one's own, for tests and for closed fleets.
func NewRoot(key *ecdsa.PublicKey) Root { return Root{key} }

// point is a P-256 key from x and y.
func point(xy []byte) (*ecdsa.PublicKey, error) {
	return ecdsa.ParseUncompressedPublicKey(elliptic.P256(), append([]byte{4}, xy...))
}

// verifyRaw checks a signature of r and s, as quotes and collateral have it.
func verifyRaw(key *ecdsa.PublicKey, message, signature []byte) bool {
	if len(signature) != signatureSize {
		return false
	}
	hash := sha256.Sum256(message)
	return ecdsa.Verify(key, hash[:], new(big.Int).SetBytes(signature[:32]), new(big.Int).SetBytes(signature[32:]))
}

// signedByRoot checks that the root signed DER bytes.
func (r Root) signedByRoot(algorithm x509.SignatureAlgorithm, raw, signature []byte) error {
	hash := sha256.Sum256(raw)
	if algorithm != x509.ECDSAWithSHA256 || !ecdsa.VerifyASN1(r.key, hash[:], signature) {
		return errors.New("not signed by the pinned root")
	}
	return nil
}

// pemChain reads certificates one after another. Only the exact form in which
// they are written is taken, so that no byte can change without notice; a root
// that follows is ignored in favour of the pinned one. A single NUL may end it.
func pemChain(raw []byte, most int) ([]*x509.Certificate, error) {
	var chain []*x509.Certificate
	rest := bytes.TrimSuffix(raw, []byte{0})
	for len(rest) > 0 && len(chain) < most {
		block, after := pem.Decode(rest)
		if block == nil || block.Type != "CERTIFICATE" || !bytes.HasPrefix(rest, bytes.TrimSpace(pem.EncodeToMemory(block))) {
			return nil, fmt.Errorf("certificate %d of the chain is no PEM of the usual form", len(chain)+1)
		}
		cert, err := x509.ParseCertificate(block.Bytes)
		if err != nil {
			return nil, fmt.Errorf("certificate %d of the chain: %w", len(chain)+1, err)
		}
		chain = append(chain, cert)
		rest = after
	}
	return chain, nil
}

// current checks that a certificate is valid at a time.
func current(c *x509.Certificate, at time.Time) error {
	if at.Before(c.NotBefore) || at.After(c.NotAfter) {
		return fmt.Errorf("certificate of %s is valid from %s to %s", c.Subject.CommonName, c.NotBefore.UTC().Format(time.RFC3339), c.NotAfter.UTC().Format(time.RFC3339))
	}
	return nil
}

// authority checks the certificate of a CA under the root: the root's signature,
// its time, and that it may sign.
func (r Root) authority(ca *x509.Certificate, at time.Time) error {
	if err := r.signedByRoot(ca.SignatureAlgorithm, ca.RawTBSCertificate, ca.Signature); err != nil {
		return fmt.Errorf("certificate of %s: %w", ca.Subject.CommonName, err)
	}
	if !ca.BasicConstraintsValid || !ca.IsCA || ca.KeyUsage&x509.KeyUsageCertSign == 0 {
		return fmt.Errorf("certificate of %s is of no authority", ca.Subject.CommonName)
	}
	return current(ca, at)
}

// platform is the certificate of a platform, checked.
type platform struct {
	key *ecdsa.PublicKey
	pck pckExtension
	ca  *x509.Certificate
	own *x509.Certificate
}

// platformOf checks a platform's chain up to the pinned root.
func (r Root) platformOf(raw []byte, at time.Time) (p platform, err error) {
	chain, err := pemChain(raw, 2)
	if err != nil {
		return p, err
	}
	if len(chain) < 2 {
		return p, fmt.Errorf("chain of the platform has %d certificates, want its own and its authority's", len(chain))
	}
	own, ca := chain[0], chain[1]
	if !strings.HasPrefix(own.Subject.CommonName, "Intel SGX PCK Certificate") {
		return p, fmt.Errorf("%q is no certificate of a platform", own.Subject.CommonName)
	}
	if name := ca.Subject.CommonName; name != "Intel SGX PCK Platform CA" && name != "Intel SGX PCK Processor CA" {
		return p, fmt.Errorf("%q certifies no platforms", name)
	}
	if err := r.authority(ca, at); err != nil {
		return p, err
	}
	if err := own.CheckSignatureFrom(ca); err != nil {
		return p, fmt.Errorf("certificate of the platform: %w", err)
	}
	if err := current(own, at); err != nil {
		return p, err
	}
	key, ok := own.PublicKey.(*ecdsa.PublicKey)
	if !ok || key.Curve != elliptic.P256() {
		return p, errors.New("certificate of the platform: its key is not of P-256")
	}
	pck, err := readPCK(own)
	return platform{key: key, pck: pck, ca: ca, own: own}, err
}

// signer checks the certificate that collateral is signed with.
func (r Root) signer(raw []byte, at time.Time) (*ecdsa.PublicKey, *x509.Certificate, error) {
	chain, err := pemChain(raw, 1)
	if err != nil || len(chain) == 0 {
		return nil, nil, fmt.Errorf("signing certificate of the collateral: %w", errors.Join(err, errors.New("none is readable")))
	}
	cert := chain[0]
	if cert.Subject.CommonName != "Intel SGX TCB Signing" {
		return nil, nil, fmt.Errorf("%q signs no collateral", cert.Subject.CommonName)
	}
	if err := r.signedByRoot(cert.SignatureAlgorithm, cert.RawTBSCertificate, cert.Signature); err != nil {
		return nil, nil, fmt.Errorf("signing certificate of the collateral: %w", err)
	}
	if err := current(cert, at); err != nil {
		return nil, nil, err
	}
	key, ok := cert.PublicKey.(*ecdsa.PublicKey)
	if !ok {
		return nil, nil, errors.New("signing certificate of the collateral: its key is not of an elliptic curve")
	}
	return key, cert, nil
}
