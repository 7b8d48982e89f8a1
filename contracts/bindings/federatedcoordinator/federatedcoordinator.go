// Code generated via abigen V2 - DO NOT EDIT.
// This file is a generated binding and any manual changes will be lost.

package federatedcoordinator

import (
	"bytes"
	"errors"
	"math/big"

	"github.com/ethereum/go-ethereum/accounts/abi"
	"github.com/ethereum/go-ethereum/accounts/abi/bind/v2"
	"github.com/ethereum/go-ethereum/common"
	"github.com/ethereum/go-ethereum/core/types"
)

// Reference imports to suppress errors if they are not otherwise used.
var (
	_ = bytes.Equal
	_ = errors.New
	_ = big.NewInt
	_ = common.Big1
	_ = types.BloomLookup
	_ = abi.ConvertType
)

// FederatedCoordinatorRound is an auto generated low-level Go binding around an user-defined struct.
type FederatedCoordinatorRound struct {
	BaseModel       [32]byte
	NewModel        [32]byte
	CommitsRoot     [32]byte
	Aggregate       [32]byte
	Deadline        uint64
	MinParticipants uint32
	Included        uint32
	Registered      uint32
	Forced          uint32
	Unproven        uint32
	Status          uint8
}

// FederatedCoordinatorMetaData contains all meta data concerning the FederatedCoordinator contract.
var FederatedCoordinatorMetaData = bind.MetaData{
	ABI: "[{\"type\":\"constructor\",\"inputs\":[{\"name\":\"admin\",\"type\":\"address\",\"internalType\":\"address\"},{\"name\":\"adminDelay\",\"type\":\"uint48\",\"internalType\":\"uint48\"},{\"name\":\"genesis\",\"type\":\"bytes32\",\"internalType\":\"bytes32\"},{\"name\":\"graceTime\",\"type\":\"uint64\",\"internalType\":\"uint64\"}],\"stateMutability\":\"nonpayable\"},{\"type\":\"function\",\"name\":\"COMMIT_TYPEHASH\",\"inputs\":[],\"outputs\":[{\"name\":\"\",\"type\":\"bytes32\",\"internalType\":\"bytes32\"}],\"stateMutability\":\"view\"},{\"type\":\"function\",\"name\":\"COORDINATOR_ROLE\",\"inputs\":[],\"outputs\":[{\"name\":\"\",\"type\":\"bytes32\",\"internalType\":\"bytes32\"}],\"stateMutability\":\"view\"},{\"type\":\"function\",\"name\":\"DEFAULT_ADMIN_ROLE\",\"inputs\":[],\"outputs\":[{\"name\":\"\",\"type\":\"bytes32\",\"internalType\":\"bytes32\"}],\"stateMutability\":\"view\"},{\"type\":\"function\",\"name\":\"MAX_MISSED\",\"inputs\":[],\"outputs\":[{\"name\":\"\",\"type\":\"uint8\",\"internalType\":\"uint8\"}],\"stateMutability\":\"view\"},{\"type\":\"function\",\"name\":\"PAUSER_ROLE\",\"inputs\":[],\"outputs\":[{\"name\":\"\",\"type\":\"bytes32\",\"internalType\":\"bytes32\"}],\"stateMutability\":\"view\"},{\"type\":\"function\",\"name\":\"abort\",\"inputs\":[{\"name\":\"round\",\"type\":\"uint64\",\"internalType\":\"uint64\"}],\"outputs\":[],\"stateMutability\":\"nonpayable\"},{\"type\":\"function\",\"name\":\"acceptDefaultAdminTransfer\",\"inputs\":[],\"outputs\":[],\"stateMutability\":\"nonpayable\"},{\"type\":\"function\",\"name\":\"activeCount\",\"inputs\":[],\"outputs\":[{\"name\":\"\",\"type\":\"uint32\",\"internalType\":\"uint32\"}],\"stateMutability\":\"view\"},{\"type\":\"function\",\"name\":\"beginDefaultAdminTransfer\",\"inputs\":[{\"name\":\"newAdmin\",\"type\":\"address\",\"internalType\":\"address\"}],\"outputs\":[],\"stateMutability\":\"nonpayable\"},{\"type\":\"function\",\"name\":\"cancelDefaultAdminTransfer\",\"inputs\":[],\"outputs\":[],\"stateMutability\":\"nonpayable\"},{\"type\":\"function\",\"name\":\"changeDefaultAdminDelay\",\"inputs\":[{\"name\":\"newDelay\",\"type\":\"uint48\",\"internalType\":\"uint48\"}],\"outputs\":[],\"stateMutability\":\"nonpayable\"},{\"type\":\"function\",\"name\":\"close\",\"inputs\":[{\"name\":\"round\",\"type\":\"uint64\",\"internalType\":\"uint64\"},{\"name\":\"newModel\",\"type\":\"bytes32\",\"internalType\":\"bytes32\"},{\"name\":\"commitsRoot\",\"type\":\"bytes32\",\"internalType\":\"bytes32\"},{\"name\":\"included\",\"type\":\"uint32\",\"internalType\":\"uint32\"},{\"name\":\"aggregate\",\"type\":\"bytes32\",\"internalType\":\"bytes32\"}],\"outputs\":[],\"stateMutability\":\"nonpayable\"},{\"type\":\"function\",\"name\":\"commitDigest\",\"inputs\":[{\"name\":\"round\",\"type\":\"uint64\",\"internalType\":\"uint64\"},{\"name\":\"updateHash\",\"type\":\"bytes32\",\"internalType\":\"bytes32\"}],\"outputs\":[{\"name\":\"\",\"type\":\"bytes32\",\"internalType\":\"bytes32\"}],\"stateMutability\":\"view\"},{\"type\":\"function\",\"name\":\"currentModel\",\"inputs\":[],\"outputs\":[{\"name\":\"\",\"type\":\"bytes32\",\"internalType\":\"bytes32\"}],\"stateMutability\":\"view\"},{\"type\":\"function\",\"name\":\"deactivate\",\"inputs\":[{\"name\":\"who\",\"type\":\"address\",\"internalType\":\"address\"}],\"outputs\":[],\"stateMutability\":\"nonpayable\"},{\"type\":\"function\",\"name\":\"defaultAdmin\",\"inputs\":[],\"outputs\":[{\"name\":\"\",\"type\":\"address\",\"internalType\":\"address\"}],\"stateMutability\":\"view\"},{\"type\":\"function\",\"name\":\"defaultAdminDelay\",\"inputs\":[],\"outputs\":[{\"name\":\"\",\"type\":\"uint48\",\"internalType\":\"uint48\"}],\"stateMutability\":\"view\"},{\"type\":\"function\",\"name\":\"defaultAdminDelayIncreaseWait\",\"inputs\":[],\"outputs\":[{\"name\":\"\",\"type\":\"uint48\",\"internalType\":\"uint48\"}],\"stateMutability\":\"view\"},{\"type\":\"function\",\"name\":\"eip712Domain\",\"inputs\":[],\"outputs\":[{\"name\":\"fields\",\"type\":\"bytes1\",\"internalType\":\"bytes1\"},{\"name\":\"name\",\"type\":\"string\",\"internalType\":\"string\"},{\"name\":\"version\",\"type\":\"string\",\"internalType\":\"string\"},{\"name\":\"chainId\",\"type\":\"uint256\",\"internalType\":\"uint256\"},{\"name\":\"verifyingContract\",\"type\":\"address\",\"internalType\":\"address\"},{\"name\":\"salt\",\"type\":\"bytes32\",\"internalType\":\"bytes32\"},{\"name\":\"extensions\",\"type\":\"uint256[]\",\"internalType\":\"uint256[]\"}],\"stateMutability\":\"view\"},{\"type\":\"function\",\"name\":\"forceCommit\",\"inputs\":[{\"name\":\"round\",\"type\":\"uint64\",\"internalType\":\"uint64\"},{\"name\":\"updateHash\",\"type\":\"bytes32\",\"internalType\":\"bytes32\"}],\"outputs\":[],\"stateMutability\":\"nonpayable\"},{\"type\":\"function\",\"name\":\"forcedCommit\",\"inputs\":[{\"name\":\"round\",\"type\":\"uint64\",\"internalType\":\"uint64\"},{\"name\":\"participant\",\"type\":\"address\",\"internalType\":\"address\"}],\"outputs\":[{\"name\":\"updateHash\",\"type\":\"bytes32\",\"internalType\":\"bytes32\"}],\"stateMutability\":\"view\"},{\"type\":\"function\",\"name\":\"getRoleAdmin\",\"inputs\":[{\"name\":\"role\",\"type\":\"bytes32\",\"internalType\":\"bytes32\"}],\"outputs\":[{\"name\":\"\",\"type\":\"bytes32\",\"internalType\":\"bytes32\"}],\"stateMutability\":\"view\"},{\"type\":\"function\",\"name\":\"grace\",\"inputs\":[],\"outputs\":[{\"name\":\"\",\"type\":\"uint64\",\"internalType\":\"uint64\"}],\"stateMutability\":\"view\"},{\"type\":\"function\",\"name\":\"grantRole\",\"inputs\":[{\"name\":\"role\",\"type\":\"bytes32\",\"internalType\":\"bytes32\"},{\"name\":\"account\",\"type\":\"address\",\"internalType\":\"address\"}],\"outputs\":[],\"stateMutability\":\"nonpayable\"},{\"type\":\"function\",\"name\":\"hasRole\",\"inputs\":[{\"name\":\"role\",\"type\":\"bytes32\",\"internalType\":\"bytes32\"},{\"name\":\"account\",\"type\":\"address\",\"internalType\":\"address\"}],\"outputs\":[{\"name\":\"\",\"type\":\"bool\",\"internalType\":\"bool\"}],\"stateMutability\":\"view\"},{\"type\":\"function\",\"name\":\"includes\",\"inputs\":[{\"name\":\"round\",\"type\":\"uint64\",\"internalType\":\"uint64\"},{\"name\":\"who\",\"type\":\"address\",\"internalType\":\"address\"},{\"name\":\"updateHash\",\"type\":\"bytes32\",\"internalType\":\"bytes32\"},{\"name\":\"index\",\"type\":\"uint32\",\"internalType\":\"uint32\"},{\"name\":\"path\",\"type\":\"bytes32[]\",\"internalType\":\"bytes32[]\"}],\"outputs\":[{\"name\":\"\",\"type\":\"bool\",\"internalType\":\"bool\"}],\"stateMutability\":\"view\"},{\"type\":\"function\",\"name\":\"lastFinal\",\"inputs\":[],\"outputs\":[{\"name\":\"\",\"type\":\"uint64\",\"internalType\":\"uint64\"}],\"stateMutability\":\"view\"},{\"type\":\"function\",\"name\":\"lastRound\",\"inputs\":[],\"outputs\":[{\"name\":\"\",\"type\":\"uint64\",\"internalType\":\"uint64\"}],\"stateMutability\":\"view\"},{\"type\":\"function\",\"name\":\"openRound\",\"inputs\":[{\"name\":\"baseModel\",\"type\":\"bytes32\",\"internalType\":\"bytes32\"},{\"name\":\"deadline\",\"type\":\"uint64\",\"internalType\":\"uint64\"},{\"name\":\"minParticipants\",\"type\":\"uint32\",\"internalType\":\"uint32\"}],\"outputs\":[{\"name\":\"round\",\"type\":\"uint64\",\"internalType\":\"uint64\"}],\"stateMutability\":\"nonpayable\"},{\"type\":\"function\",\"name\":\"owner\",\"inputs\":[],\"outputs\":[{\"name\":\"\",\"type\":\"address\",\"internalType\":\"address\"}],\"stateMutability\":\"view\"},{\"type\":\"function\",\"name\":\"participantOf\",\"inputs\":[{\"name\":\"\",\"type\":\"address\",\"internalType\":\"address\"}],\"outputs\":[{\"name\":\"keyHash\",\"type\":\"bytes32\",\"internalType\":\"bytes32\"},{\"name\":\"attestation\",\"type\":\"bytes32\",\"internalType\":\"bytes32\"},{\"name\":\"attestedUntil\",\"type\":\"uint64\",\"internalType\":\"uint64\"},{\"name\":\"active\",\"type\":\"bool\",\"internalType\":\"bool\"},{\"name\":\"missed\",\"type\":\"uint8\",\"internalType\":\"uint8\"},{\"name\":\"lastMissed\",\"type\":\"uint64\",\"internalType\":\"uint64\"}],\"stateMutability\":\"view\"},{\"type\":\"function\",\"name\":\"pause\",\"inputs\":[],\"outputs\":[],\"stateMutability\":\"nonpayable\"},{\"type\":\"function\",\"name\":\"paused\",\"inputs\":[],\"outputs\":[{\"name\":\"\",\"type\":\"bool\",\"internalType\":\"bool\"}],\"stateMutability\":\"view\"},{\"type\":\"function\",\"name\":\"pendingDefaultAdmin\",\"inputs\":[],\"outputs\":[{\"name\":\"newAdmin\",\"type\":\"address\",\"internalType\":\"address\"},{\"name\":\"schedule\",\"type\":\"uint48\",\"internalType\":\"uint48\"}],\"stateMutability\":\"view\"},{\"type\":\"function\",\"name\":\"pendingDefaultAdminDelay\",\"inputs\":[],\"outputs\":[{\"name\":\"newDelay\",\"type\":\"uint48\",\"internalType\":\"uint48\"},{\"name\":\"schedule\",\"type\":\"uint48\",\"internalType\":\"uint48\"}],\"stateMutability\":\"view\"},{\"type\":\"function\",\"name\":\"previousFinal\",\"inputs\":[{\"name\":\"round\",\"type\":\"uint64\",\"internalType\":\"uint64\"}],\"outputs\":[{\"name\":\"\",\"type\":\"uint64\",\"internalType\":\"uint64\"}],\"stateMutability\":\"view\"},{\"type\":\"function\",\"name\":\"proveForced\",\"inputs\":[{\"name\":\"round\",\"type\":\"uint64\",\"internalType\":\"uint64\"},{\"name\":\"who\",\"type\":\"address\",\"internalType\":\"address\"},{\"name\":\"index\",\"type\":\"uint32\",\"internalType\":\"uint32\"},{\"name\":\"path\",\"type\":\"bytes32[]\",\"internalType\":\"bytes32[]\"}],\"outputs\":[],\"stateMutability\":\"nonpayable\"},{\"type\":\"function\",\"name\":\"proven\",\"inputs\":[{\"name\":\"round\",\"type\":\"uint64\",\"internalType\":\"uint64\"},{\"name\":\"participant\",\"type\":\"address\",\"internalType\":\"address\"}],\"outputs\":[{\"name\":\"\",\"type\":\"bool\",\"internalType\":\"bool\"}],\"stateMutability\":\"view\"},{\"type\":\"function\",\"name\":\"recordMissed\",\"inputs\":[{\"name\":\"round\",\"type\":\"uint64\",\"internalType\":\"uint64\"},{\"name\":\"absent\",\"type\":\"address[]\",\"internalType\":\"address[]\"}],\"outputs\":[],\"stateMutability\":\"nonpayable\"},{\"type\":\"function\",\"name\":\"register\",\"inputs\":[{\"name\":\"who\",\"type\":\"address\",\"internalType\":\"address\"},{\"name\":\"keyHash\",\"type\":\"bytes32\",\"internalType\":\"bytes32\"},{\"name\":\"attestation\",\"type\":\"bytes32\",\"internalType\":\"bytes32\"},{\"name\":\"attestedUntil\",\"type\":\"uint64\",\"internalType\":\"uint64\"}],\"outputs\":[],\"stateMutability\":\"nonpayable\"},{\"type\":\"function\",\"name\":\"renounceRole\",\"inputs\":[{\"name\":\"role\",\"type\":\"bytes32\",\"internalType\":\"bytes32\"},{\"name\":\"account\",\"type\":\"address\",\"internalType\":\"address\"}],\"outputs\":[],\"stateMutability\":\"nonpayable\"},{\"type\":\"function\",\"name\":\"revokeRole\",\"inputs\":[{\"name\":\"role\",\"type\":\"bytes32\",\"internalType\":\"bytes32\"},{\"name\":\"account\",\"type\":\"address\",\"internalType\":\"address\"}],\"outputs\":[],\"stateMutability\":\"nonpayable\"},{\"type\":\"function\",\"name\":\"rollbackDefaultAdminDelay\",\"inputs\":[],\"outputs\":[],\"stateMutability\":\"nonpayable\"},{\"type\":\"function\",\"name\":\"roundOf\",\"inputs\":[{\"name\":\"round\",\"type\":\"uint64\",\"internalType\":\"uint64\"}],\"outputs\":[{\"name\":\"\",\"type\":\"tuple\",\"internalType\":\"structFederatedCoordinator.Round\",\"components\":[{\"name\":\"baseModel\",\"type\":\"bytes32\",\"internalType\":\"bytes32\"},{\"name\":\"newModel\",\"type\":\"bytes32\",\"internalType\":\"bytes32\"},{\"name\":\"commitsRoot\",\"type\":\"bytes32\",\"internalType\":\"bytes32\"},{\"name\":\"aggregate\",\"type\":\"bytes32\",\"internalType\":\"bytes32\"},{\"name\":\"deadline\",\"type\":\"uint64\",\"internalType\":\"uint64\"},{\"name\":\"minParticipants\",\"type\":\"uint32\",\"internalType\":\"uint32\"},{\"name\":\"included\",\"type\":\"uint32\",\"internalType\":\"uint32\"},{\"name\":\"registered\",\"type\":\"uint32\",\"internalType\":\"uint32\"},{\"name\":\"forced\",\"type\":\"uint32\",\"internalType\":\"uint32\"},{\"name\":\"unproven\",\"type\":\"uint32\",\"internalType\":\"uint32\"},{\"name\":\"status\",\"type\":\"uint8\",\"internalType\":\"enumFederatedCoordinator.Status\"}]}],\"stateMutability\":\"view\"},{\"type\":\"function\",\"name\":\"supportsInterface\",\"inputs\":[{\"name\":\"interfaceId\",\"type\":\"bytes4\",\"internalType\":\"bytes4\"}],\"outputs\":[{\"name\":\"\",\"type\":\"bool\",\"internalType\":\"bool\"}],\"stateMutability\":\"view\"},{\"type\":\"function\",\"name\":\"unpause\",\"inputs\":[],\"outputs\":[],\"stateMutability\":\"nonpayable\"},{\"type\":\"event\",\"name\":\"CommitForced\",\"inputs\":[{\"name\":\"round\",\"type\":\"uint64\",\"indexed\":true,\"internalType\":\"uint64\"},{\"name\":\"participant\",\"type\":\"address\",\"indexed\":true,\"internalType\":\"address\"},{\"name\":\"updateHash\",\"type\":\"bytes32\",\"indexed\":false,\"internalType\":\"bytes32\"}],\"anonymous\":false},{\"type\":\"event\",\"name\":\"CommitProven\",\"inputs\":[{\"name\":\"round\",\"type\":\"uint64\",\"indexed\":true,\"internalType\":\"uint64\"},{\"name\":\"participant\",\"type\":\"address\",\"indexed\":true,\"internalType\":\"address\"}],\"anonymous\":false},{\"type\":\"event\",\"name\":\"Deactivated\",\"inputs\":[{\"name\":\"participant\",\"type\":\"address\",\"indexed\":true,\"internalType\":\"address\"}],\"anonymous\":false},{\"type\":\"event\",\"name\":\"DefaultAdminDelayChangeCanceled\",\"inputs\":[],\"anonymous\":false},{\"type\":\"event\",\"name\":\"DefaultAdminDelayChangeScheduled\",\"inputs\":[{\"name\":\"newDelay\",\"type\":\"uint48\",\"indexed\":false,\"internalType\":\"uint48\"},{\"name\":\"effectSchedule\",\"type\":\"uint48\",\"indexed\":false,\"internalType\":\"uint48\"}],\"anonymous\":false},{\"type\":\"event\",\"name\":\"DefaultAdminTransferCanceled\",\"inputs\":[],\"anonymous\":false},{\"type\":\"event\",\"name\":\"DefaultAdminTransferScheduled\",\"inputs\":[{\"name\":\"newAdmin\",\"type\":\"address\",\"indexed\":true,\"internalType\":\"address\"},{\"name\":\"acceptSchedule\",\"type\":\"uint48\",\"indexed\":false,\"internalType\":\"uint48\"}],\"anonymous\":false},{\"type\":\"event\",\"name\":\"EIP712DomainChanged\",\"inputs\":[],\"anonymous\":false},{\"type\":\"event\",\"name\":\"Paused\",\"inputs\":[{\"name\":\"account\",\"type\":\"address\",\"indexed\":false,\"internalType\":\"address\"}],\"anonymous\":false},{\"type\":\"event\",\"name\":\"Registered\",\"inputs\":[{\"name\":\"participant\",\"type\":\"address\",\"indexed\":true,\"internalType\":\"address\"},{\"name\":\"keyHash\",\"type\":\"bytes32\",\"indexed\":false,\"internalType\":\"bytes32\"},{\"name\":\"attestation\",\"type\":\"bytes32\",\"indexed\":false,\"internalType\":\"bytes32\"},{\"name\":\"attestedUntil\",\"type\":\"uint64\",\"indexed\":false,\"internalType\":\"uint64\"}],\"anonymous\":false},{\"type\":\"event\",\"name\":\"RoleAdminChanged\",\"inputs\":[{\"name\":\"role\",\"type\":\"bytes32\",\"indexed\":true,\"internalType\":\"bytes32\"},{\"name\":\"previousAdminRole\",\"type\":\"bytes32\",\"indexed\":true,\"internalType\":\"bytes32\"},{\"name\":\"newAdminRole\",\"type\":\"bytes32\",\"indexed\":true,\"internalType\":\"bytes32\"}],\"anonymous\":false},{\"type\":\"event\",\"name\":\"RoleGranted\",\"inputs\":[{\"name\":\"role\",\"type\":\"bytes32\",\"indexed\":true,\"internalType\":\"bytes32\"},{\"name\":\"account\",\"type\":\"address\",\"indexed\":true,\"internalType\":\"address\"},{\"name\":\"sender\",\"type\":\"address\",\"indexed\":true,\"internalType\":\"address\"}],\"anonymous\":false},{\"type\":\"event\",\"name\":\"RoleRevoked\",\"inputs\":[{\"name\":\"role\",\"type\":\"bytes32\",\"indexed\":true,\"internalType\":\"bytes32\"},{\"name\":\"account\",\"type\":\"address\",\"indexed\":true,\"internalType\":\"address\"},{\"name\":\"sender\",\"type\":\"address\",\"indexed\":true,\"internalType\":\"address\"}],\"anonymous\":false},{\"type\":\"event\",\"name\":\"RoundAborted\",\"inputs\":[{\"name\":\"round\",\"type\":\"uint64\",\"indexed\":true,\"internalType\":\"uint64\"}],\"anonymous\":false},{\"type\":\"event\",\"name\":\"RoundClosing\",\"inputs\":[{\"name\":\"round\",\"type\":\"uint64\",\"indexed\":true,\"internalType\":\"uint64\"},{\"name\":\"newModel\",\"type\":\"bytes32\",\"indexed\":false,\"internalType\":\"bytes32\"},{\"name\":\"commitsRoot\",\"type\":\"bytes32\",\"indexed\":false,\"internalType\":\"bytes32\"},{\"name\":\"included\",\"type\":\"uint32\",\"indexed\":false,\"internalType\":\"uint32\"},{\"name\":\"unproven\",\"type\":\"uint32\",\"indexed\":false,\"internalType\":\"uint32\"}],\"anonymous\":false},{\"type\":\"event\",\"name\":\"RoundFinal\",\"inputs\":[{\"name\":\"round\",\"type\":\"uint64\",\"indexed\":true,\"internalType\":\"uint64\"},{\"name\":\"newModel\",\"type\":\"bytes32\",\"indexed\":false,\"internalType\":\"bytes32\"},{\"name\":\"included\",\"type\":\"uint32\",\"indexed\":false,\"internalType\":\"uint32\"},{\"name\":\"dropped\",\"type\":\"uint32\",\"indexed\":false,\"internalType\":\"uint32\"}],\"anonymous\":false},{\"type\":\"event\",\"name\":\"RoundOpened\",\"inputs\":[{\"name\":\"round\",\"type\":\"uint64\",\"indexed\":true,\"internalType\":\"uint64\"},{\"name\":\"baseModel\",\"type\":\"bytes32\",\"indexed\":false,\"internalType\":\"bytes32\"},{\"name\":\"deadline\",\"type\":\"uint64\",\"indexed\":false,\"internalType\":\"uint64\"},{\"name\":\"minParticipants\",\"type\":\"uint32\",\"indexed\":false,\"internalType\":\"uint32\"}],\"anonymous\":false},{\"type\":\"event\",\"name\":\"Unpaused\",\"inputs\":[{\"name\":\"account\",\"type\":\"address\",\"indexed\":false,\"internalType\":\"address\"}],\"anonymous\":false},{\"type\":\"error\",\"name\":\"AccessControlBadConfirmation\",\"inputs\":[]},{\"type\":\"error\",\"name\":\"AccessControlEnforcedDefaultAdminDelay\",\"inputs\":[{\"name\":\"schedule\",\"type\":\"uint48\",\"internalType\":\"uint48\"}]},{\"type\":\"error\",\"name\":\"AccessControlEnforcedDefaultAdminRules\",\"inputs\":[]},{\"type\":\"error\",\"name\":\"AccessControlInvalidDefaultAdmin\",\"inputs\":[{\"name\":\"defaultAdmin\",\"type\":\"address\",\"internalType\":\"address\"}]},{\"type\":\"error\",\"name\":\"AccessControlUnauthorizedAccount\",\"inputs\":[{\"name\":\"account\",\"type\":\"address\",\"internalType\":\"address\"},{\"name\":\"neededRole\",\"type\":\"bytes32\",\"internalType\":\"bytes32\"}]},{\"type\":\"error\",\"name\":\"AlreadyCommitted\",\"inputs\":[{\"name\":\"participant\",\"type\":\"address\",\"internalType\":\"address\"}]},{\"type\":\"error\",\"name\":\"BadRound\",\"inputs\":[]},{\"type\":\"error\",\"name\":\"DeadlinePassed\",\"inputs\":[{\"name\":\"deadline\",\"type\":\"uint64\",\"internalType\":\"uint64\"}]},{\"type\":\"error\",\"name\":\"EnforcedPause\",\"inputs\":[]},{\"type\":\"error\",\"name\":\"ExpectedPause\",\"inputs\":[]},{\"type\":\"error\",\"name\":\"InvalidShortString\",\"inputs\":[]},{\"type\":\"error\",\"name\":\"NotActive\",\"inputs\":[{\"name\":\"participant\",\"type\":\"address\",\"internalType\":\"address\"}]},{\"type\":\"error\",\"name\":\"NotCommitted\",\"inputs\":[{\"name\":\"participant\",\"type\":\"address\",\"internalType\":\"address\"}]},{\"type\":\"error\",\"name\":\"SafeCastOverflowedUintDowncast\",\"inputs\":[{\"name\":\"bits\",\"type\":\"uint8\",\"internalType\":\"uint8\"},{\"name\":\"value\",\"type\":\"uint256\",\"internalType\":\"uint256\"}]},{\"type\":\"error\",\"name\":\"StringTooLong\",\"inputs\":[{\"name\":\"str\",\"type\":\"string\",\"internalType\":\"string\"}]},{\"type\":\"error\",\"name\":\"TooEarly\",\"inputs\":[{\"name\":\"openAt\",\"type\":\"uint64\",\"internalType\":\"uint64\"}]},{\"type\":\"error\",\"name\":\"WrongBase\",\"inputs\":[{\"name\":\"expected\",\"type\":\"bytes32\",\"internalType\":\"bytes32\"},{\"name\":\"got\",\"type\":\"bytes32\",\"internalType\":\"bytes32\"}]},{\"type\":\"error\",\"name\":\"WrongCount\",\"inputs\":[{\"name\":\"included\",\"type\":\"uint32\",\"internalType\":\"uint32\"},{\"name\":\"least\",\"type\":\"uint32\",\"internalType\":\"uint32\"},{\"name\":\"most\",\"type\":\"uint32\",\"internalType\":\"uint32\"}]},{\"type\":\"error\",\"name\":\"WrongStatus\",\"inputs\":[{\"name\":\"round\",\"type\":\"uint64\",\"internalType\":\"uint64\"},{\"name\":\"status\",\"type\":\"uint8\",\"internalType\":\"enumFederatedCoordinator.Status\"}]}]",
	ID:  "FederatedCoordinator",
	Bin: "0x610180604052348015610010575f5ffd5b506040516134fe3803806134fe83398101604081905261002f91610329565b604080518082018252601d81527f506f55572d44454d20466564657261746564436f6f7264696e61746f72000000602080830191909152825180840190935260018352603160f81b908301529084866001600160a01b0381166100ac57604051636116401160e11b81525f60048201526024015b60405180910390fd5b600180546001600160d01b0316600160d01b65ffffffffffff8516021790556100d55f826101d6565b5050506100e78261024560201b60201c565b610120526100f481610245565b61014052815160208084019190912060e052815190820120610100524660a05261018060e05161010051604080517f8b73c3c69bb8fe3d512ecc4cf759cc79239f7b179b0ffacaa9a75d522b39400f60208201529081019290925260608201524660808201523060a08201525f9060c00160405160208183030381529060405280519060200120905090565b60805250503060c05281158061019d57506001600160401b038116155b156101bb57604051631d35d69160e21b815260040160405180910390fd5b6006919091556001600160401b031661016052506103f69050565b5f82610232575f6101ef6002546001600160a01b031690565b6001600160a01b03161461021657604051631fe1e13d60e11b815260040160405180910390fd5b600280546001600160a01b0319166001600160a01b0384161790555b61023c8383610282565b90505b92915050565b5f5f829050601f8151111561026f578260405163305a27a960e01b81526004016100a3919061039b565b805161027a826103d0565b179392505050565b5f828152602081815260408083206001600160a01b038516845290915281205460ff16610322575f838152602081815260408083206001600160a01b03861684529091529020805460ff191660011790556102da3390565b6001600160a01b0316826001600160a01b0316847f2f8788117e7eff1d82e926ec794901d17c78024a50270940304540a733656f0d60405160405180910390a450600161023f565b505f61023f565b5f5f5f5f6080858703121561033c575f5ffd5b84516001600160a01b0381168114610352575f5ffd5b602086015190945065ffffffffffff8116811461036d575f5ffd5b6040860151606087015191945092506001600160401b0381168114610390575f5ffd5b939692955090935050565b602081525f82518060208401528060208501604085015e5f604082850101526040601f19601f83011684010191505092915050565b805160208083015191908110156103f0575f198160200360031b1b821691505b50919050565b60805160a05160c05160e0516101005161012051610140516101605161309161046d5f395f81816102f901528181610f5801528181610fa001528181611d840152611dcd01525f6122b301525f61228801525f61259001525f61256801525f6124c301525f6124ed01525f61251701526130915ff3fe608060405234801561000f575f5ffd5b5060043610610281575f3560e01c806382bc07e611610156578063a60e88a2116100ca578063cc8463c811610084578063cc8463c8146106de578063cefc1429146106e6578063cf6eefb7146106ee578063d547741f1461071c578063d602b9fd1461072f578063e63ab1e914610737575f5ffd5b8063a60e88a214610665578063aab14ed01461067f578063c3189b9814610692578063c3eecf84146106a5578063c56bd210146106b8578063cbf92377146106cb575f5ffd5b80638da5cb5b1161011b5780638da5cb5b1461057157806391d1485414610579578063998fb5851461058c5780639cf2b38b14610624578063a1eda53c14610637578063a217fddf1461065e575f5ffd5b806382bc07e6146104ec5780638456cb59146104ff57806384b0196e1461050757806384ef8ffc14610522578063881a793b14610547575f5ffd5b806336568abe116101f85780635c975abb116101b25780635c975abb14610474578063634e93da1461047f578063649a5ec7146104925780636a73e4b3146104a55780636b366cb5146104b8578063758f7b54146104cc575f5ffd5b806336568abe146103d957806337479beb146103ec5780633ea053eb146104135780633f4ba83a146104265780634331ed1f1461042e57806348fc6f511461045a575f5ffd5b8063248a9ca311610249578063248a9ca3146103335780632c40d877146103555780632f2ff15d146103825780632fc665721461039557806330ab9342146103bd578063351a5f7b146103d0575f5ffd5b806301ffc9a714610285578063022d63fb146102ad5780630aa6220b146102c95780631e6107fb146102d35780631eefddb1146102f4575b5f5ffd5b61029861029336600461295c565b61075e565b60405190151581526020015b60405180910390f35b620697805b60405165ffffffffffff90911681526020016102a4565b6102d1610788565b005b6102e66102e136600461299e565b61079d565b6040519081526020016102a4565b61031b7f000000000000000000000000000000000000000000000000000000000000000081565b6040516001600160401b0390911681526020016102a4565b6102e66103413660046129c6565b5f9081526020819052604090206001015490565b6102986103633660046129f3565b600a60209081525f928352604080842090915290825290205460ff1681565b6102d1610390366004612a24565b61080a565b61031b6103a3366004612a45565b60096020525f90815260409020546001600160401b031681565b6102d16103cb366004612a71565b610836565b6102e660065481565b6102d16103e7366004612a24565b610ac9565b6102e67f33307a39e834028502a810f3e740f530d5f99c9f05aeeabbce9cb0c9738c5fba81565b6102d1610421366004612abb565b610b6f565b6102d1610beb565b60075461044590600160801b900463ffffffff1681565b60405163ffffffff90911681526020016102a4565b60075461031b90600160401b90046001600160401b031681565b60035460ff16610298565b6102d161048d366004612abb565b610bfd565b6102d16104a0366004612ad4565b610c10565b6102986104b3366004612b40565b610c23565b6102e65f5160206130655f395f51905f5281565b6104df6104da366004612a45565b610cc4565b6040516102a49190612bed565b60075461031b906001600160401b031681565b6102d1610e03565b61050f610e35565b6040516102a49796959493929190612cf7565b6002546001600160a01b03165b6040516001600160a01b0390911681526020016102a4565b6102e66105553660046129f3565b600c60209081525f928352604080842090915290825290205481565b61052f610e77565b610298610587366004612a24565b610e8f565b6105e561059a366004612abb565b60086020525f90815260409020805460018201546002909201549091906001600160401b038082169160ff600160401b8204811692600160481b830490911691600160501b90041686565b6040805196875260208701959095526001600160401b0393841694860194909452901515606085015260ff1660808401521660a082015260c0016102a4565b6102d1610632366004612a45565b610eb7565b61063f611025565b6040805165ffffffffffff9384168152929091166020830152016102a4565b6102e65f81565b61066d600381565b60405160ff90911681526020016102a4565b6102d161068d366004612d8d565b611077565b61031b6106a0366004612dfd565b611230565b6102d16106b3366004612e36565b6114bc565b6102d16106c6366004612e84565b611733565b6102d16106d936600461299e565b61196a565b6102b2611b69565b6102d1611bc7565b6106f6611c06565b604080516001600160a01b03909316835265ffffffffffff9091166020830152016102a4565b6102d161072a366004612a24565b611c27565b6102d1611c4f565b6102e67f65d7a28e3265b37a6474929f336521b332c1681b933f6cb9f3376673440d862a81565b5f6001600160e01b031982166318a4c3c360e11b1480610782575061078282611c61565b92915050565b5f61079281611c95565b61079a611c9f565b50565b604080517f33307a39e834028502a810f3e740f530d5f99c9f05aeeabbce9cb0c9738c5fba60208201526001600160401b03841691810191909152606081018290525f906108039060800160405160208183030381529060405280519060200120611cab565b9392505050565b8161082857604051631fe1e13d60e11b815260040160405180910390fd5b6108328282611cd7565b5050565b5f5160206130655f395f51905f5261084d81611c95565b5f610859876001611d01565b60048101549091506001600160401b031642116108b3576004810154610889906001600160401b03166001612edb565b60405163d606d83f60e01b81526001600160401b0390911660048201526024015b60405180910390fd5b6108bc81611d79565b8515806108c7575084155b806108d0575082155b156108ee57604051631d35d69160e21b815260040160405180910390fd5b60048101545f9063ffffffff600160a01b82048116600160401b9092041611610928576004820154600160a01b900463ffffffff1661093b565b6004820154600160401b900463ffffffff165b60048301549091505f9063ffffffff600160a01b82048116600160801b9092041611610978576004830154600160a01b900463ffffffff1661098b565b6004830154600160801b900463ffffffff165b90508163ffffffff168663ffffffff1610806109b257508063ffffffff168663ffffffff16115b156109e85760405163d6c876db60e01b815263ffffffff80881660048301528084166024830152821660448201526064016108aa565b6004830180546003850187905560028501899055600185018a905570ff000000000000000000000000ffffffff60601b1916600160601b63ffffffff89811691820260ff60e01b191692909217600160e11b1792839055604080518c8152602081018c905280820192909252600160c01b909304909116606082015290516001600160401b038b16917f2c39060b761fbb45dfac88fc62c16d54d394a23bf97d7310efd6960d0a382ac4919081900360800190a26004830154600160c01b900463ffffffff165f03610abe57610abe8984611e20565b505050505050505050565b81158015610ae457506002546001600160a01b038281169116145b15610b65575f5f610af3611c06565b90925090506001600160a01b038216151580610b15575065ffffffffffff8116155b80610b2857504265ffffffffffff821610155b15610b50576040516319ca5ebb60e01b815265ffffffffffff821660048201526024016108aa565b50506001805465ffffffffffff60a01b191690555b6108328282611f35565b336001600160a01b03821614610b9557610b955f5160206130655f395f51905f52611c95565b6001600160a01b0381165f90815260086020526040902060020154600160401b900460ff16610be257604051634022bc5560e01b81526001600160a01b03821660048201526024016108aa565b61079a81611f6d565b5f610bf581611c95565b61079a61200b565b5f610c0781611c95565b6108328261205d565b5f610c1a81611c95565b610832826120c8565b6001600160401b0386165f818152600b602090815260408083208151928301949094526001600160a01b03891690820152606081018790529091908290610c7b90608001604051602081830303815290604052612137565b600283015490915015801590610cb5575060028201546004830154610cb59190839063ffffffff808b1691600160601b900416898961216f565b925050505b9695505050505050565b610d2060408051610160810182525f80825260208201819052918101829052606081018290526080810182905260a0810182905260c0810182905260e08101829052610100810182905261012081018290529061014082015290565b6001600160401b038281165f908152600b602090815260409182902082516101608101845281548152600182015492810192909252600281015492820192909252600382015460608201526004808301549384166080830152600160401b840463ffffffff90811660a0840152600160601b8504811660c0840152600160801b8504811660e0840152600160a01b85048116610100840152600160c01b8504166101208301529092610140840191600160e01b90910460ff1690811115610de957610de9612bb9565b6004811115610dfa57610dfa612bb9565b90525092915050565b7f65d7a28e3265b37a6474929f336521b332c1681b933f6cb9f3376673440d862a610e2d81611c95565b61079a612244565b5f6060805f5f5f6060610e46612281565b610e4e6122ac565b604080515f80825260208201909252600f60f81b9b939a50919850469750309650945092509050565b5f610e8a6002546001600160a01b031690565b905090565b5f918252602082815260408084206001600160a01b0393909316845291905290205460ff1690565b6001600160401b0381165f908152600b602052604090206001600482810154600160e01b900460ff1690811115610ef057610ef0612bb9565b14158015610f1e57506002600482810154600160e01b900460ff1690811115610f1b57610f1b612bb9565b14155b15610f4d57600481810154604051638d6df4db60e01b81526108aa928592600160e01b900460ff169101612efa565b6004810154610f86907f0000000000000000000000000000000000000000000000000000000000000000906001600160401b0316612edb565b6001600160401b03164211610fd9576004810154610fce907f0000000000000000000000000000000000000000000000000000000000000000906001600160401b0316612edb565b610889906001612edb565b60048101805460ff60e01b1916600160e21b1790556040516001600160401b038316907f13360b1b32ea3126fa03040598f17a6ead1683536fbe979589dee070ac4289c1905f90a25050565b6002545f90600160d01b900465ffffffffffff16801515801561105057504265ffffffffffff821610155b61105b575f5f61106f565b600254600160a01b900465ffffffffffff16815b915091509091565b5f611083866002611d01565b905061108e81611d79565b6001600160401b0386165f908152600c602090815260408083206001600160a01b03891684529091529020548015806110f257506001600160401b0387165f908152600a602090815260408083206001600160a01b038a16845290915290205460ff165b1561111b5760405163ee0e242960e01b81526001600160a01b03871660048201526024016108aa565b611129878783888888610c23565b6111515760405163ee0e242960e01b81526001600160a01b03871660048201526024016108aa565b6001600160401b0387165f908152600a602090815260408083206001600160a01b038a1684529091529020805460ff191660011790556004820180546018906111a79063ffffffff600160c01b90910416612f17565b91906101000a81548163ffffffff021916908363ffffffff160217905550856001600160a01b0316876001600160401b03167f0705963af98df23b9eda0a253cf64b6926cc2f637484dcfbeec4d7f2f654dd7e60405160405180910390a36004820154600160c01b900463ffffffff165f03611227576112278783611e20565b50505050505050565b5f5f5160206130655f395f51905f5261124881611c95565b6112506122d7565b6007546001600160401b03165f908152600b6020526040902060040154600160e01b900460ff16600181600481111561128b5761128b612bb9565b14806112a8575060028160048111156112a6576112a6612bb9565b145b156112d557600754604051638d6df4db60e01b81526108aa916001600160401b0316908390600401612efa565b60065486146113055760065460405163e64b95b760e01b81526004810191909152602481018790526044016108aa565b42856001600160401b0316111580611321575063ffffffff8416155b8061133e575060075463ffffffff600160801b9091048116908516115b1561135c57604051631d35d69160e21b815260040160405180910390fd5b600780545f90611374906001600160401b0316612f35565b82546001600160401b038083166101009490940a84810290820219909216919091179093555f918252600b602052604090912060048101805493891667ffffffffffffffff1963ffffffff808b16600160401b029182166bffffffffffffffffffffffff19881617831784558c85556007549599509395600160801b909504909316936001936010928592859267ffffffffffffffff60ff60e01b0119167fffffff00ffffffffffffffffffffffffffffffff0000000000000000000000009091161717600160e01b830217905550815463ffffffff9485166101009290920a918202918502191617905550604080518981526001600160401b03898116602083015292881691810191909152908516907fb18afa71b767f7999e53ed3634bc64f3515f05f6bd4fa35c673dd116747c46179060600160405180910390a25050509392505050565b5f5160206130655f395f51905f526114d381611c95565b60036001600160401b0385165f908152600b60205260409020600490810154600160e01b900460ff169081111561150c5761150c612bb9565b14611554576001600160401b0384165f908152600b6020526040908190206004908101549151638d6df4db60e01b81526108aa928792600160e01b90910460ff169101612efa565b5f5b8281101561172c575f84848381811061157157611571612f5f565b90506020020160208101906115869190612abb565b6001600160a01b0381165f908152600860205260409020600281015491925090600160401b900460ff1615806115d3575060028101546001600160401b03808916600160501b9092041610155b156115fc57604051634022bc5560e01b81526001600160a01b03831660048201526024016108aa565b6001600160401b0387165f908152600c602090815260408083206001600160a01b038616845290915290205415611651576040516364dbd98760e01b81526001600160a01b03831660048201526024016108aa565b6002810154600160501b90046001600160401b03161580159061169a575060028101546001600160401b038881165f908152600960205260409020548116600160501b90920416145b6116a55760016116bf565b60028101546116bf90600160481b900460ff166001612f73565b60028201805471ffffffffffffffffff0000000000000000001916600160481b60ff938416810267ffffffffffffffff60501b191691909117600160501b6001600160401b038c1602179182905560039104909116106117225761172282611f6d565b5050600101611556565b5050505050565b5f5160206130655f395f51905f5261174a81611c95565b6117526122d7565b42826001600160401b03161161178657604051636768091360e01b81526001600160401b03831660048201526024016108aa565b6001600160a01b0385165f9081526008602052604090206002810154600160401b900460ff166117ec57600780546010906117cd90600160801b900463ffffffff16612f8c565b91906101000a81548163ffffffff021916908363ffffffff1602179055505b6040518060c00160405280868152602001858152602001846001600160401b031681526020016001151581526020015f60ff1681526020015f6001600160401b031681525060085f886001600160a01b03166001600160a01b031681526020019081526020015f205f820151815f0155602082015181600101556040820151816002015f6101000a8154816001600160401b0302191690836001600160401b0316021790555060608201518160020160086101000a81548160ff02191690831515021790555060808201518160020160096101000a81548160ff021916908360ff16021790555060a082015181600201600a6101000a8154816001600160401b0302191690836001600160401b03160217905550905050856001600160a01b03167f136b2f03c5ccfdd49c58472658a596877c1fef414bd0580d0060142d88de71fd86868660405161195a9392919092835260208301919091526001600160401b0316604082015260600190565b60405180910390a2505050505050565b5f611976836001611d01565b60048101549091506001600160401b03164211156119bb57600481810154604051636768091360e01b81526001600160401b03909116918101919091526024016108aa565b335f9081526008602052604090206002810154600160401b900460ff1615806119f257506002810154426001600160401b03909116105b15611a1257604051634022bc5560e01b81523360048201526024016108aa565b5f839003611a3357604051631d35d69160e21b815260040160405180910390fd5b6001600160401b0384165f908152600c6020908152604080832033845290915290205415611a76576040516364dbd98760e01b81523360048201526024016108aa565b6001600160401b0384165f908152600c602090815260408083203384529091529020839055600482018054601490611aba90600160a01b900463ffffffff16612f8c565b91906101000a81548163ffffffff021916908363ffffffff16021790555081600401601881819054906101000a900463ffffffff16611af890612f8c565b91906101000a81548163ffffffff021916908363ffffffff160217905550336001600160a01b0316846001600160401b03167fe5eaba2b2348b25ec85997459c8dcd9b3bf2cdf20ade008d0e31c8ffe93d943685604051611b5b91815260200190565b60405180910390a350505050565b6002545f90600160d01b900465ffffffffffff168015158015611b9357504265ffffffffffff8216105b611bae57600154600160d01b900465ffffffffffff16611bc1565b600254600160a01b900465ffffffffffff165b91505090565b5f611bd0611c06565b509050336001600160a01b03821614611bfe57604051636116401160e11b81523360048201526024016108aa565b61079a6122fb565b6001546001600160a01b03811691600160a01b90910465ffffffffffff1690565b81611c4557604051631fe1e13d60e11b815260040160405180910390fd5b6108328282612391565b5f611c5981611c95565b61079a6123b5565b5f6001600160e01b03198216637965db0b60e01b148061078257506301ffc9a760e01b6001600160e01b0319831614610782565b61079a81336123bf565b611ca95f5f6123f8565b565b5f610782611cb76124b7565b8360405161190160f01b8152600281019290925260228201526042902090565b5f82815260208190526040902060010154611cf181611c95565b611cfb83836125e0565b50505050565b6001600160401b0382165f908152600b60205260409020816004811115611d2a57611d2a612bb9565b600482810154600160e01b900460ff1690811115611d4a57611d4a612bb9565b1461078257600481810154604051638d6df4db60e01b81526108aa928692600160e01b900460ff169101612efa565b6004810154611db2907f0000000000000000000000000000000000000000000000000000000000000000906001600160401b0316612edb565b6001600160401b031642111561079a576004810154611dfb907f0000000000000000000000000000000000000000000000000000000000000000906001600160401b0316612edb565b604051636768091360e01b81526001600160401b0390911660048201526024016108aa565b60048101805460ff60e01b1916600360e01b178155600182018054600655600780546001600160401b038681165f818152600960205260409020805467ffffffffffffffff1916600160401b948590049093169290921790915582549181026fffffffffffffffff000000000000000019909216919091179091559054915490917f683d1760ac7d103919f5d5f5a7abe98e9ed1df491da85f86e2063b72340064df9163ffffffff600160601b8204811691600160801b9004168110611ee6575f611f0b565b6004850154611f0b9063ffffffff600160601b8204811691600160801b900416612fa7565b6040805193845263ffffffff92831660208501529116908201526060015b60405180910390a25050565b6001600160a01b0381163314611f5e5760405163334bd91960e11b815260040160405180910390fd5b611f688282612646565b505050565b6001600160a01b0381165f908152600860205260409020600201805468ff00000000000000001916905560078054601090611fb490600160801b900463ffffffff16612f17565b91906101000a81548163ffffffff021916908363ffffffff160217905550806001600160a01b03167f749cb6b4c510bc468cf6b9c2086d6f0a54d6b18e25d37bf3200e68eab0880c0060405160405180910390a250565b612013612682565b6003805460ff191690557f5db9ee0a495bf2e6ff9c91a7834c1ba4fdd244a5e8aa4e537bd38aeae4b073aa335b6040516001600160a01b03909116815260200160405180910390a1565b5f612066611b69565b61206f426126a5565b6120799190612fc3565b905061208582826126db565b60405165ffffffffffff821681526001600160a01b038316907f3377dc44241e779dd06afab5b788a35ca5f3b778836e2990bdb26a2a4b2e5ed690602001611f29565b5f6120d282612758565b6120db426126a5565b6120e59190612fc3565b90506120f182826123f8565b6040805165ffffffffffff8085168252831660208201527ff1038c18cf84a56e432fdbfaf746924b7ea511dfe03a6506a0ceba4888788d9b910160405180910390a15050565b5f818051906020012060405160200161215291815260200190565b604051602081830303815290604052805190602001209050919050565b5f83851061217e57505f610cba565b5f5b600185111561222a57848660011810156121fe578281036121a4575f915050610cba565b5f8484836121b181612fe1565b94508181106121c2576121c2612f5f565b9050602002013590506002876121d8919061300d565b156121ee576121e9815f8a5f61279f565b6121fa565b6121fa885f835f61279f565b9750505b612209600287613020565b6002612216876001613033565b6122209190613020565b9096509450612180565b808314801561223857508787145b98975050505050505050565b61224c6122d7565b6003805460ff191660011790557f62e78cea01bee320cd4e420270b5ea74000d11b0c9f74754ebdbfc544b05a2586120403390565b6060610e8a7f00000000000000000000000000000000000000000000000000000000000000006127f1565b6060610e8a7f00000000000000000000000000000000000000000000000000000000000000006127f1565b60035460ff1615611ca95760405163d93c066560e01b815260040160405180910390fd5b5f5f612305611c06565b9150915061231a8165ffffffffffff16151590565b158061232e57504265ffffffffffff821610155b15612356576040516319ca5ebb60e01b815265ffffffffffff821660048201526024016108aa565b6123715f61236c6002546001600160a01b031690565b612646565b5061237c5f836125e0565b5050600180546001600160d01b031916905550565b5f828152602081905260409020600101546123ab81611c95565b611cfb8383612646565b611ca95f5f6126db565b6123c98282610e8f565b6108325760405163e2517d3f60e01b81526001600160a01b0382166004820152602481018390526044016108aa565b600254600160d01b900465ffffffffffff16801561247a574265ffffffffffff8216101561245157600254600180546001600160d01b0316600160a01b90920465ffffffffffff16600160d01b0291909117905561247a565b6040517f2b1fa2edafe6f7b9e97c1a9e0c3660e645beb2dcaa2d45bdbf9beaf5472e1ec5905f90a15b50600280546001600160a01b0316600160a01b65ffffffffffff948516026001600160d01b031617600160d01b9290931691909102919091179055565b5f306001600160a01b037f00000000000000000000000000000000000000000000000000000000000000001614801561250f57507f000000000000000000000000000000000000000000000000000000000000000046145b1561253957507f000000000000000000000000000000000000000000000000000000000000000090565b610e8a604080517f8b73c3c69bb8fe3d512ecc4cf759cc79239f7b179b0ffacaa9a75d522b39400f60208201527f0000000000000000000000000000000000000000000000000000000000000000918101919091527f000000000000000000000000000000000000000000000000000000000000000060608201524660808201523060a08201525f9060c00160405160208183030381529060405280519060200120905090565b5f8261263c575f6125f96002546001600160a01b031690565b6001600160a01b03161461262057604051631fe1e13d60e11b815260040160405180910390fd5b600280546001600160a01b0319166001600160a01b0384161790555b610803838361282e565b5f8215801561266257506002546001600160a01b038381169116145b1561267857600280546001600160a01b03191690555b61080383836128bd565b60035460ff16611ca957604051638dfc202b60e01b815260040160405180910390fd5b5f65ffffffffffff8211156126d7576040516306dfcc6560e41b815260306004820152602481018390526044016108aa565b5090565b5f6126e4611c06565b6001805465ffffffffffff8616600160a01b026001600160d01b03199091166001600160a01b03881617179055915061272690508165ffffffffffff16151590565b15611f68576040517f8886ebfc4259abdbc16601dd8fb5678e54878f47b3c34836cfc51154a9605109905f90a1505050565b5f5f612762611b69565b90508065ffffffffffff168365ffffffffffff161161278a576127858382613046565b610803565b61080365ffffffffffff841662069780612926565b604080516020808201969096526fffffffffffffffffffffffffffffffff94851681830152606081019390935292166080808301919091528251808303909101815260a0909101909152805191012090565b60605f6127fd83612935565b6040805160208082528183019092529192505f91906020820181803683375050509182525060208101929092525090565b5f6128398383610e8f565b6128b6575f838152602081815260408083206001600160a01b03861684529091529020805460ff1916600117905561286e3390565b6001600160a01b0316826001600160a01b0316847f2f8788117e7eff1d82e926ec794901d17c78024a50270940304540a733656f0d60405160405180910390a4506001610782565b505f610782565b5f6128c88383610e8f565b156128b6575f838152602081815260408083206001600160a01b0386168085529252808320805460ff1916905551339286917ff6391f5c32d9c69d2a47ea670b442974b53935d1edc7fd64eb21e047a839171b9190a4506001610782565b5f828218828410028218610803565b5f60ff8216601f81111561078257604051632cd44ac360e21b815260040160405180910390fd5b5f6020828403121561296c575f5ffd5b81356001600160e01b031981168114610803575f5ffd5b80356001600160401b0381168114612999575f5ffd5b919050565b5f5f604083850312156129af575f5ffd5b6129b883612983565b946020939093013593505050565b5f602082840312156129d6575f5ffd5b5035919050565b80356001600160a01b0381168114612999575f5ffd5b5f5f60408385031215612a04575f5ffd5b612a0d83612983565b9150612a1b602084016129dd565b90509250929050565b5f5f60408385031215612a35575f5ffd5b82359150612a1b602084016129dd565b5f60208284031215612a55575f5ffd5b61080382612983565b803563ffffffff81168114612999575f5ffd5b5f5f5f5f5f60a08688031215612a85575f5ffd5b612a8e86612983565b94506020860135935060408601359250612aaa60608701612a5e565b949793965091946080013592915050565b5f60208284031215612acb575f5ffd5b610803826129dd565b5f60208284031215612ae4575f5ffd5b813565ffffffffffff81168114610803575f5ffd5b5f5f83601f840112612b09575f5ffd5b5081356001600160401b03811115612b1f575f5ffd5b6020830191508360208260051b8501011115612b39575f5ffd5b9250929050565b5f5f5f5f5f5f60a08789031215612b55575f5ffd5b612b5e87612983565b9550612b6c602088016129dd565b945060408701359350612b8160608801612a5e565b925060808701356001600160401b03811115612b9b575f5ffd5b612ba789828a01612af9565b979a9699509497509295939492505050565b634e487b7160e01b5f52602160045260245ffd5b60058110612be957634e487b7160e01b5f52602160045260245ffd5b9052565b5f61016082019050825182526020830151602083015260408301516040830152606083015160608301526080830151612c3160808401826001600160401b03169052565b5060a0830151612c4960a084018263ffffffff169052565b5060c0830151612c6160c084018263ffffffff169052565b5060e0830151612c7960e084018263ffffffff169052565b50610100830151612c9361010084018263ffffffff169052565b50610120830151612cad61012084018263ffffffff169052565b50610140830151612cc2610140840182612bcd565b5092915050565b5f81518084528060208401602086015e5f602082860101526020601f19601f83011685010191505092915050565b60ff60f81b8816815260e060208201525f612d1560e0830189612cc9565b8281036040840152612d278189612cc9565b606084018890526001600160a01b038716608085015260a0840186905283810360c0850152845180825260208087019350909101905f5b81811015612d7c578351835260209384019390920191600101612d5e565b50909b9a5050505050505050505050565b5f5f5f5f5f60808688031215612da1575f5ffd5b612daa86612983565b9450612db8602087016129dd565b9350612dc660408701612a5e565b925060608601356001600160401b03811115612de0575f5ffd5b612dec88828901612af9565b969995985093965092949392505050565b5f5f5f60608486031215612e0f575f5ffd5b83359250612e1f60208501612983565b9150612e2d60408501612a5e565b90509250925092565b5f5f5f60408486031215612e48575f5ffd5b612e5184612983565b925060208401356001600160401b03811115612e6b575f5ffd5b612e7786828701612af9565b9497909650939450505050565b5f5f5f5f60808587031215612e97575f5ffd5b612ea0856129dd565b93506020850135925060408501359150612ebc60608601612983565b905092959194509250565b634e487b7160e01b5f52601160045260245ffd5b6001600160401b03818116838216019081111561078257610782612ec7565b6001600160401b0383168152604081016108036020830184612bcd565b5f63ffffffff821680612f2c57612f2c612ec7565b5f190192915050565b5f6001600160401b0382166001600160401b038103612f5657612f56612ec7565b60010192915050565b634e487b7160e01b5f52603260045260245ffd5b60ff818116838216019081111561078257610782612ec7565b5f63ffffffff821663ffffffff8103612f5657612f56612ec7565b63ffffffff828116828216039081111561078257610782612ec7565b65ffffffffffff818116838216019081111561078257610782612ec7565b5f60018201612ff257612ff2612ec7565b5060010190565b634e487b7160e01b5f52601260045260245ffd5b5f8261301b5761301b612ff9565b500690565b5f8261302e5761302e612ff9565b500490565b8082018082111561078257610782612ec7565b65ffffffffffff828116828216039081111561078257610782612ec756fe2e8b98eef02e8df3bd27d1270ded3bea3d14db99c5234c7b14001a7fff957bcca164736f6c6343000825000a",
}

// FederatedCoordinator is an auto generated Go binding around an Ethereum contract.
type FederatedCoordinator struct {
	abi abi.ABI
}

// GetABI returns the ABI associated with this contract binding.
func (c *FederatedCoordinator) GetABI() abi.ABI {
	return c.abi
}

// NewFederatedCoordinator creates a new instance of FederatedCoordinator.
func NewFederatedCoordinator() *FederatedCoordinator {
	parsed, err := FederatedCoordinatorMetaData.ParseABI()
	if err != nil {
		panic(errors.New("invalid ABI: " + err.Error()))
	}
	return &FederatedCoordinator{abi: *parsed}
}

// Instance creates a wrapper for a deployed contract instance at the given address.
// Use this to create the instance object passed to abigen v2 library functions Call, Transact, etc.
func (c *FederatedCoordinator) Instance(backend bind.ContractBackend, addr common.Address) *bind.BoundContract {
	return bind.NewBoundContract(addr, c.abi, backend, backend, backend)
}

// PackConstructor is the Go binding used to pack the parameters required for
// contract deployment.
//
// Solidity: constructor(address admin, uint48 adminDelay, bytes32 genesis, uint64 graceTime) returns()
func (federatedCoordinator *FederatedCoordinator) PackConstructor(admin common.Address, adminDelay *big.Int, genesis [32]byte, graceTime uint64) []byte {
	enc, err := federatedCoordinator.abi.Pack("", admin, adminDelay, genesis, graceTime)
	if err != nil {
		panic(err)
	}
	return enc
}

// PackCOMMITTYPEHASH is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x37479beb.  This method will panic if any
// invalid/nil inputs are passed.
//
// Solidity: function COMMIT_TYPEHASH() view returns(bytes32)
func (federatedCoordinator *FederatedCoordinator) PackCOMMITTYPEHASH() []byte {
	enc, err := federatedCoordinator.abi.Pack("COMMIT_TYPEHASH")
	if err != nil {
		panic(err)
	}
	return enc
}

// TryPackCOMMITTYPEHASH is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x37479beb.  This method will return an error
// if any inputs are invalid/nil.
//
// Solidity: function COMMIT_TYPEHASH() view returns(bytes32)
func (federatedCoordinator *FederatedCoordinator) TryPackCOMMITTYPEHASH() ([]byte, error) {
	return federatedCoordinator.abi.Pack("COMMIT_TYPEHASH")
}

// UnpackCOMMITTYPEHASH is the Go binding that unpacks the parameters returned
// from invoking the contract method with ID 0x37479beb.
//
// Solidity: function COMMIT_TYPEHASH() view returns(bytes32)
func (federatedCoordinator *FederatedCoordinator) UnpackCOMMITTYPEHASH(data []byte) ([32]byte, error) {
	out, err := federatedCoordinator.abi.Unpack("COMMIT_TYPEHASH", data)
	if err != nil {
		return *new([32]byte), err
	}
	out0 := *abi.ConvertType(out[0], new([32]byte)).(*[32]byte)
	return out0, nil
}

// PackCOORDINATORROLE is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x6b366cb5.  This method will panic if any
// invalid/nil inputs are passed.
//
// Solidity: function COORDINATOR_ROLE() view returns(bytes32)
func (federatedCoordinator *FederatedCoordinator) PackCOORDINATORROLE() []byte {
	enc, err := federatedCoordinator.abi.Pack("COORDINATOR_ROLE")
	if err != nil {
		panic(err)
	}
	return enc
}

// TryPackCOORDINATORROLE is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x6b366cb5.  This method will return an error
// if any inputs are invalid/nil.
//
// Solidity: function COORDINATOR_ROLE() view returns(bytes32)
func (federatedCoordinator *FederatedCoordinator) TryPackCOORDINATORROLE() ([]byte, error) {
	return federatedCoordinator.abi.Pack("COORDINATOR_ROLE")
}

// UnpackCOORDINATORROLE is the Go binding that unpacks the parameters returned
// from invoking the contract method with ID 0x6b366cb5.
//
// Solidity: function COORDINATOR_ROLE() view returns(bytes32)
func (federatedCoordinator *FederatedCoordinator) UnpackCOORDINATORROLE(data []byte) ([32]byte, error) {
	out, err := federatedCoordinator.abi.Unpack("COORDINATOR_ROLE", data)
	if err != nil {
		return *new([32]byte), err
	}
	out0 := *abi.ConvertType(out[0], new([32]byte)).(*[32]byte)
	return out0, nil
}

// PackDEFAULTADMINROLE is the Go binding used to pack the parameters required for calling
// the contract method with ID 0xa217fddf.  This method will panic if any
// invalid/nil inputs are passed.
//
// Solidity: function DEFAULT_ADMIN_ROLE() view returns(bytes32)
func (federatedCoordinator *FederatedCoordinator) PackDEFAULTADMINROLE() []byte {
	enc, err := federatedCoordinator.abi.Pack("DEFAULT_ADMIN_ROLE")
	if err != nil {
		panic(err)
	}
	return enc
}

// TryPackDEFAULTADMINROLE is the Go binding used to pack the parameters required for calling
// the contract method with ID 0xa217fddf.  This method will return an error
// if any inputs are invalid/nil.
//
// Solidity: function DEFAULT_ADMIN_ROLE() view returns(bytes32)
func (federatedCoordinator *FederatedCoordinator) TryPackDEFAULTADMINROLE() ([]byte, error) {
	return federatedCoordinator.abi.Pack("DEFAULT_ADMIN_ROLE")
}

// UnpackDEFAULTADMINROLE is the Go binding that unpacks the parameters returned
// from invoking the contract method with ID 0xa217fddf.
//
// Solidity: function DEFAULT_ADMIN_ROLE() view returns(bytes32)
func (federatedCoordinator *FederatedCoordinator) UnpackDEFAULTADMINROLE(data []byte) ([32]byte, error) {
	out, err := federatedCoordinator.abi.Unpack("DEFAULT_ADMIN_ROLE", data)
	if err != nil {
		return *new([32]byte), err
	}
	out0 := *abi.ConvertType(out[0], new([32]byte)).(*[32]byte)
	return out0, nil
}

// PackMAXMISSED is the Go binding used to pack the parameters required for calling
// the contract method with ID 0xa60e88a2.  This method will panic if any
// invalid/nil inputs are passed.
//
// Solidity: function MAX_MISSED() view returns(uint8)
func (federatedCoordinator *FederatedCoordinator) PackMAXMISSED() []byte {
	enc, err := federatedCoordinator.abi.Pack("MAX_MISSED")
	if err != nil {
		panic(err)
	}
	return enc
}

// TryPackMAXMISSED is the Go binding used to pack the parameters required for calling
// the contract method with ID 0xa60e88a2.  This method will return an error
// if any inputs are invalid/nil.
//
// Solidity: function MAX_MISSED() view returns(uint8)
func (federatedCoordinator *FederatedCoordinator) TryPackMAXMISSED() ([]byte, error) {
	return federatedCoordinator.abi.Pack("MAX_MISSED")
}

// UnpackMAXMISSED is the Go binding that unpacks the parameters returned
// from invoking the contract method with ID 0xa60e88a2.
//
// Solidity: function MAX_MISSED() view returns(uint8)
func (federatedCoordinator *FederatedCoordinator) UnpackMAXMISSED(data []byte) (uint8, error) {
	out, err := federatedCoordinator.abi.Unpack("MAX_MISSED", data)
	if err != nil {
		return *new(uint8), err
	}
	out0 := *abi.ConvertType(out[0], new(uint8)).(*uint8)
	return out0, nil
}

// PackPAUSERROLE is the Go binding used to pack the parameters required for calling
// the contract method with ID 0xe63ab1e9.  This method will panic if any
// invalid/nil inputs are passed.
//
// Solidity: function PAUSER_ROLE() view returns(bytes32)
func (federatedCoordinator *FederatedCoordinator) PackPAUSERROLE() []byte {
	enc, err := federatedCoordinator.abi.Pack("PAUSER_ROLE")
	if err != nil {
		panic(err)
	}
	return enc
}

// TryPackPAUSERROLE is the Go binding used to pack the parameters required for calling
// the contract method with ID 0xe63ab1e9.  This method will return an error
// if any inputs are invalid/nil.
//
// Solidity: function PAUSER_ROLE() view returns(bytes32)
func (federatedCoordinator *FederatedCoordinator) TryPackPAUSERROLE() ([]byte, error) {
	return federatedCoordinator.abi.Pack("PAUSER_ROLE")
}

// UnpackPAUSERROLE is the Go binding that unpacks the parameters returned
// from invoking the contract method with ID 0xe63ab1e9.
//
// Solidity: function PAUSER_ROLE() view returns(bytes32)
func (federatedCoordinator *FederatedCoordinator) UnpackPAUSERROLE(data []byte) ([32]byte, error) {
	out, err := federatedCoordinator.abi.Unpack("PAUSER_ROLE", data)
	if err != nil {
		return *new([32]byte), err
	}
	out0 := *abi.ConvertType(out[0], new([32]byte)).(*[32]byte)
	return out0, nil
}

// PackAbort is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x9cf2b38b.  This method will panic if any
// invalid/nil inputs are passed.
//
// Solidity: function abort(uint64 round) returns()
func (federatedCoordinator *FederatedCoordinator) PackAbort(round uint64) []byte {
	enc, err := federatedCoordinator.abi.Pack("abort", round)
	if err != nil {
		panic(err)
	}
	return enc
}

// TryPackAbort is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x9cf2b38b.  This method will return an error
// if any inputs are invalid/nil.
//
// Solidity: function abort(uint64 round) returns()
func (federatedCoordinator *FederatedCoordinator) TryPackAbort(round uint64) ([]byte, error) {
	return federatedCoordinator.abi.Pack("abort", round)
}

// PackAcceptDefaultAdminTransfer is the Go binding used to pack the parameters required for calling
// the contract method with ID 0xcefc1429.  This method will panic if any
// invalid/nil inputs are passed.
//
// Solidity: function acceptDefaultAdminTransfer() returns()
func (federatedCoordinator *FederatedCoordinator) PackAcceptDefaultAdminTransfer() []byte {
	enc, err := federatedCoordinator.abi.Pack("acceptDefaultAdminTransfer")
	if err != nil {
		panic(err)
	}
	return enc
}

// TryPackAcceptDefaultAdminTransfer is the Go binding used to pack the parameters required for calling
// the contract method with ID 0xcefc1429.  This method will return an error
// if any inputs are invalid/nil.
//
// Solidity: function acceptDefaultAdminTransfer() returns()
func (federatedCoordinator *FederatedCoordinator) TryPackAcceptDefaultAdminTransfer() ([]byte, error) {
	return federatedCoordinator.abi.Pack("acceptDefaultAdminTransfer")
}

// PackActiveCount is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x4331ed1f.  This method will panic if any
// invalid/nil inputs are passed.
//
// Solidity: function activeCount() view returns(uint32)
func (federatedCoordinator *FederatedCoordinator) PackActiveCount() []byte {
	enc, err := federatedCoordinator.abi.Pack("activeCount")
	if err != nil {
		panic(err)
	}
	return enc
}

// TryPackActiveCount is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x4331ed1f.  This method will return an error
// if any inputs are invalid/nil.
//
// Solidity: function activeCount() view returns(uint32)
func (federatedCoordinator *FederatedCoordinator) TryPackActiveCount() ([]byte, error) {
	return federatedCoordinator.abi.Pack("activeCount")
}

// UnpackActiveCount is the Go binding that unpacks the parameters returned
// from invoking the contract method with ID 0x4331ed1f.
//
// Solidity: function activeCount() view returns(uint32)
func (federatedCoordinator *FederatedCoordinator) UnpackActiveCount(data []byte) (uint32, error) {
	out, err := federatedCoordinator.abi.Unpack("activeCount", data)
	if err != nil {
		return *new(uint32), err
	}
	out0 := *abi.ConvertType(out[0], new(uint32)).(*uint32)
	return out0, nil
}

// PackBeginDefaultAdminTransfer is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x634e93da.  This method will panic if any
// invalid/nil inputs are passed.
//
// Solidity: function beginDefaultAdminTransfer(address newAdmin) returns()
func (federatedCoordinator *FederatedCoordinator) PackBeginDefaultAdminTransfer(newAdmin common.Address) []byte {
	enc, err := federatedCoordinator.abi.Pack("beginDefaultAdminTransfer", newAdmin)
	if err != nil {
		panic(err)
	}
	return enc
}

// TryPackBeginDefaultAdminTransfer is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x634e93da.  This method will return an error
// if any inputs are invalid/nil.
//
// Solidity: function beginDefaultAdminTransfer(address newAdmin) returns()
func (federatedCoordinator *FederatedCoordinator) TryPackBeginDefaultAdminTransfer(newAdmin common.Address) ([]byte, error) {
	return federatedCoordinator.abi.Pack("beginDefaultAdminTransfer", newAdmin)
}

// PackCancelDefaultAdminTransfer is the Go binding used to pack the parameters required for calling
// the contract method with ID 0xd602b9fd.  This method will panic if any
// invalid/nil inputs are passed.
//
// Solidity: function cancelDefaultAdminTransfer() returns()
func (federatedCoordinator *FederatedCoordinator) PackCancelDefaultAdminTransfer() []byte {
	enc, err := federatedCoordinator.abi.Pack("cancelDefaultAdminTransfer")
	if err != nil {
		panic(err)
	}
	return enc
}

// TryPackCancelDefaultAdminTransfer is the Go binding used to pack the parameters required for calling
// the contract method with ID 0xd602b9fd.  This method will return an error
// if any inputs are invalid/nil.
//
// Solidity: function cancelDefaultAdminTransfer() returns()
func (federatedCoordinator *FederatedCoordinator) TryPackCancelDefaultAdminTransfer() ([]byte, error) {
	return federatedCoordinator.abi.Pack("cancelDefaultAdminTransfer")
}

// PackChangeDefaultAdminDelay is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x649a5ec7.  This method will panic if any
// invalid/nil inputs are passed.
//
// Solidity: function changeDefaultAdminDelay(uint48 newDelay) returns()
func (federatedCoordinator *FederatedCoordinator) PackChangeDefaultAdminDelay(newDelay *big.Int) []byte {
	enc, err := federatedCoordinator.abi.Pack("changeDefaultAdminDelay", newDelay)
	if err != nil {
		panic(err)
	}
	return enc
}

// TryPackChangeDefaultAdminDelay is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x649a5ec7.  This method will return an error
// if any inputs are invalid/nil.
//
// Solidity: function changeDefaultAdminDelay(uint48 newDelay) returns()
func (federatedCoordinator *FederatedCoordinator) TryPackChangeDefaultAdminDelay(newDelay *big.Int) ([]byte, error) {
	return federatedCoordinator.abi.Pack("changeDefaultAdminDelay", newDelay)
}

// PackClose is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x30ab9342.  This method will panic if any
// invalid/nil inputs are passed.
//
// Solidity: function close(uint64 round, bytes32 newModel, bytes32 commitsRoot, uint32 included, bytes32 aggregate) returns()
func (federatedCoordinator *FederatedCoordinator) PackClose(round uint64, newModel [32]byte, commitsRoot [32]byte, included uint32, aggregate [32]byte) []byte {
	enc, err := federatedCoordinator.abi.Pack("close", round, newModel, commitsRoot, included, aggregate)
	if err != nil {
		panic(err)
	}
	return enc
}

// TryPackClose is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x30ab9342.  This method will return an error
// if any inputs are invalid/nil.
//
// Solidity: function close(uint64 round, bytes32 newModel, bytes32 commitsRoot, uint32 included, bytes32 aggregate) returns()
func (federatedCoordinator *FederatedCoordinator) TryPackClose(round uint64, newModel [32]byte, commitsRoot [32]byte, included uint32, aggregate [32]byte) ([]byte, error) {
	return federatedCoordinator.abi.Pack("close", round, newModel, commitsRoot, included, aggregate)
}

// PackCommitDigest is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x1e6107fb.  This method will panic if any
// invalid/nil inputs are passed.
//
// Solidity: function commitDigest(uint64 round, bytes32 updateHash) view returns(bytes32)
func (federatedCoordinator *FederatedCoordinator) PackCommitDigest(round uint64, updateHash [32]byte) []byte {
	enc, err := federatedCoordinator.abi.Pack("commitDigest", round, updateHash)
	if err != nil {
		panic(err)
	}
	return enc
}

// TryPackCommitDigest is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x1e6107fb.  This method will return an error
// if any inputs are invalid/nil.
//
// Solidity: function commitDigest(uint64 round, bytes32 updateHash) view returns(bytes32)
func (federatedCoordinator *FederatedCoordinator) TryPackCommitDigest(round uint64, updateHash [32]byte) ([]byte, error) {
	return federatedCoordinator.abi.Pack("commitDigest", round, updateHash)
}

// UnpackCommitDigest is the Go binding that unpacks the parameters returned
// from invoking the contract method with ID 0x1e6107fb.
//
// Solidity: function commitDigest(uint64 round, bytes32 updateHash) view returns(bytes32)
func (federatedCoordinator *FederatedCoordinator) UnpackCommitDigest(data []byte) ([32]byte, error) {
	out, err := federatedCoordinator.abi.Unpack("commitDigest", data)
	if err != nil {
		return *new([32]byte), err
	}
	out0 := *abi.ConvertType(out[0], new([32]byte)).(*[32]byte)
	return out0, nil
}

// PackCurrentModel is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x351a5f7b.  This method will panic if any
// invalid/nil inputs are passed.
//
// Solidity: function currentModel() view returns(bytes32)
func (federatedCoordinator *FederatedCoordinator) PackCurrentModel() []byte {
	enc, err := federatedCoordinator.abi.Pack("currentModel")
	if err != nil {
		panic(err)
	}
	return enc
}

// TryPackCurrentModel is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x351a5f7b.  This method will return an error
// if any inputs are invalid/nil.
//
// Solidity: function currentModel() view returns(bytes32)
func (federatedCoordinator *FederatedCoordinator) TryPackCurrentModel() ([]byte, error) {
	return federatedCoordinator.abi.Pack("currentModel")
}

// UnpackCurrentModel is the Go binding that unpacks the parameters returned
// from invoking the contract method with ID 0x351a5f7b.
//
// Solidity: function currentModel() view returns(bytes32)
func (federatedCoordinator *FederatedCoordinator) UnpackCurrentModel(data []byte) ([32]byte, error) {
	out, err := federatedCoordinator.abi.Unpack("currentModel", data)
	if err != nil {
		return *new([32]byte), err
	}
	out0 := *abi.ConvertType(out[0], new([32]byte)).(*[32]byte)
	return out0, nil
}

// PackDeactivate is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x3ea053eb.  This method will panic if any
// invalid/nil inputs are passed.
//
// Solidity: function deactivate(address who) returns()
func (federatedCoordinator *FederatedCoordinator) PackDeactivate(who common.Address) []byte {
	enc, err := federatedCoordinator.abi.Pack("deactivate", who)
	if err != nil {
		panic(err)
	}
	return enc
}

// TryPackDeactivate is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x3ea053eb.  This method will return an error
// if any inputs are invalid/nil.
//
// Solidity: function deactivate(address who) returns()
func (federatedCoordinator *FederatedCoordinator) TryPackDeactivate(who common.Address) ([]byte, error) {
	return federatedCoordinator.abi.Pack("deactivate", who)
}

// PackDefaultAdmin is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x84ef8ffc.  This method will panic if any
// invalid/nil inputs are passed.
//
// Solidity: function defaultAdmin() view returns(address)
func (federatedCoordinator *FederatedCoordinator) PackDefaultAdmin() []byte {
	enc, err := federatedCoordinator.abi.Pack("defaultAdmin")
	if err != nil {
		panic(err)
	}
	return enc
}

// TryPackDefaultAdmin is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x84ef8ffc.  This method will return an error
// if any inputs are invalid/nil.
//
// Solidity: function defaultAdmin() view returns(address)
func (federatedCoordinator *FederatedCoordinator) TryPackDefaultAdmin() ([]byte, error) {
	return federatedCoordinator.abi.Pack("defaultAdmin")
}

// UnpackDefaultAdmin is the Go binding that unpacks the parameters returned
// from invoking the contract method with ID 0x84ef8ffc.
//
// Solidity: function defaultAdmin() view returns(address)
func (federatedCoordinator *FederatedCoordinator) UnpackDefaultAdmin(data []byte) (common.Address, error) {
	out, err := federatedCoordinator.abi.Unpack("defaultAdmin", data)
	if err != nil {
		return *new(common.Address), err
	}
	out0 := *abi.ConvertType(out[0], new(common.Address)).(*common.Address)
	return out0, nil
}

// PackDefaultAdminDelay is the Go binding used to pack the parameters required for calling
// the contract method with ID 0xcc8463c8.  This method will panic if any
// invalid/nil inputs are passed.
//
// Solidity: function defaultAdminDelay() view returns(uint48)
func (federatedCoordinator *FederatedCoordinator) PackDefaultAdminDelay() []byte {
	enc, err := federatedCoordinator.abi.Pack("defaultAdminDelay")
	if err != nil {
		panic(err)
	}
	return enc
}

// TryPackDefaultAdminDelay is the Go binding used to pack the parameters required for calling
// the contract method with ID 0xcc8463c8.  This method will return an error
// if any inputs are invalid/nil.
//
// Solidity: function defaultAdminDelay() view returns(uint48)
func (federatedCoordinator *FederatedCoordinator) TryPackDefaultAdminDelay() ([]byte, error) {
	return federatedCoordinator.abi.Pack("defaultAdminDelay")
}

// UnpackDefaultAdminDelay is the Go binding that unpacks the parameters returned
// from invoking the contract method with ID 0xcc8463c8.
//
// Solidity: function defaultAdminDelay() view returns(uint48)
func (federatedCoordinator *FederatedCoordinator) UnpackDefaultAdminDelay(data []byte) (*big.Int, error) {
	out, err := federatedCoordinator.abi.Unpack("defaultAdminDelay", data)
	if err != nil {
		return new(big.Int), err
	}
	out0 := abi.ConvertType(out[0], new(big.Int)).(*big.Int)
	return out0, nil
}

// PackDefaultAdminDelayIncreaseWait is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x022d63fb.  This method will panic if any
// invalid/nil inputs are passed.
//
// Solidity: function defaultAdminDelayIncreaseWait() view returns(uint48)
func (federatedCoordinator *FederatedCoordinator) PackDefaultAdminDelayIncreaseWait() []byte {
	enc, err := federatedCoordinator.abi.Pack("defaultAdminDelayIncreaseWait")
	if err != nil {
		panic(err)
	}
	return enc
}

// TryPackDefaultAdminDelayIncreaseWait is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x022d63fb.  This method will return an error
// if any inputs are invalid/nil.
//
// Solidity: function defaultAdminDelayIncreaseWait() view returns(uint48)
func (federatedCoordinator *FederatedCoordinator) TryPackDefaultAdminDelayIncreaseWait() ([]byte, error) {
	return federatedCoordinator.abi.Pack("defaultAdminDelayIncreaseWait")
}

// UnpackDefaultAdminDelayIncreaseWait is the Go binding that unpacks the parameters returned
// from invoking the contract method with ID 0x022d63fb.
//
// Solidity: function defaultAdminDelayIncreaseWait() view returns(uint48)
func (federatedCoordinator *FederatedCoordinator) UnpackDefaultAdminDelayIncreaseWait(data []byte) (*big.Int, error) {
	out, err := federatedCoordinator.abi.Unpack("defaultAdminDelayIncreaseWait", data)
	if err != nil {
		return new(big.Int), err
	}
	out0 := abi.ConvertType(out[0], new(big.Int)).(*big.Int)
	return out0, nil
}

// PackEip712Domain is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x84b0196e.  This method will panic if any
// invalid/nil inputs are passed.
//
// Solidity: function eip712Domain() view returns(bytes1 fields, string name, string version, uint256 chainId, address verifyingContract, bytes32 salt, uint256[] extensions)
func (federatedCoordinator *FederatedCoordinator) PackEip712Domain() []byte {
	enc, err := federatedCoordinator.abi.Pack("eip712Domain")
	if err != nil {
		panic(err)
	}
	return enc
}

// TryPackEip712Domain is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x84b0196e.  This method will return an error
// if any inputs are invalid/nil.
//
// Solidity: function eip712Domain() view returns(bytes1 fields, string name, string version, uint256 chainId, address verifyingContract, bytes32 salt, uint256[] extensions)
func (federatedCoordinator *FederatedCoordinator) TryPackEip712Domain() ([]byte, error) {
	return federatedCoordinator.abi.Pack("eip712Domain")
}

// Eip712DomainOutput serves as a container for the return parameters of contract
// method Eip712Domain.
type Eip712DomainOutput struct {
	Fields            [1]byte
	Name              string
	Version           string
	ChainId           *big.Int
	VerifyingContract common.Address
	Salt              [32]byte
	Extensions        []*big.Int
}

// UnpackEip712Domain is the Go binding that unpacks the parameters returned
// from invoking the contract method with ID 0x84b0196e.
//
// Solidity: function eip712Domain() view returns(bytes1 fields, string name, string version, uint256 chainId, address verifyingContract, bytes32 salt, uint256[] extensions)
func (federatedCoordinator *FederatedCoordinator) UnpackEip712Domain(data []byte) (Eip712DomainOutput, error) {
	out, err := federatedCoordinator.abi.Unpack("eip712Domain", data)
	outstruct := new(Eip712DomainOutput)
	if err != nil {
		return *outstruct, err
	}
	outstruct.Fields = *abi.ConvertType(out[0], new([1]byte)).(*[1]byte)
	outstruct.Name = *abi.ConvertType(out[1], new(string)).(*string)
	outstruct.Version = *abi.ConvertType(out[2], new(string)).(*string)
	outstruct.ChainId = abi.ConvertType(out[3], new(big.Int)).(*big.Int)
	outstruct.VerifyingContract = *abi.ConvertType(out[4], new(common.Address)).(*common.Address)
	outstruct.Salt = *abi.ConvertType(out[5], new([32]byte)).(*[32]byte)
	outstruct.Extensions = *abi.ConvertType(out[6], new([]*big.Int)).(*[]*big.Int)
	return *outstruct, nil
}

// PackForceCommit is the Go binding used to pack the parameters required for calling
// the contract method with ID 0xcbf92377.  This method will panic if any
// invalid/nil inputs are passed.
//
// Solidity: function forceCommit(uint64 round, bytes32 updateHash) returns()
func (federatedCoordinator *FederatedCoordinator) PackForceCommit(round uint64, updateHash [32]byte) []byte {
	enc, err := federatedCoordinator.abi.Pack("forceCommit", round, updateHash)
	if err != nil {
		panic(err)
	}
	return enc
}

// TryPackForceCommit is the Go binding used to pack the parameters required for calling
// the contract method with ID 0xcbf92377.  This method will return an error
// if any inputs are invalid/nil.
//
// Solidity: function forceCommit(uint64 round, bytes32 updateHash) returns()
func (federatedCoordinator *FederatedCoordinator) TryPackForceCommit(round uint64, updateHash [32]byte) ([]byte, error) {
	return federatedCoordinator.abi.Pack("forceCommit", round, updateHash)
}

// PackForcedCommit is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x881a793b.  This method will panic if any
// invalid/nil inputs are passed.
//
// Solidity: function forcedCommit(uint64 round, address participant) view returns(bytes32 updateHash)
func (federatedCoordinator *FederatedCoordinator) PackForcedCommit(round uint64, participant common.Address) []byte {
	enc, err := federatedCoordinator.abi.Pack("forcedCommit", round, participant)
	if err != nil {
		panic(err)
	}
	return enc
}

// TryPackForcedCommit is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x881a793b.  This method will return an error
// if any inputs are invalid/nil.
//
// Solidity: function forcedCommit(uint64 round, address participant) view returns(bytes32 updateHash)
func (federatedCoordinator *FederatedCoordinator) TryPackForcedCommit(round uint64, participant common.Address) ([]byte, error) {
	return federatedCoordinator.abi.Pack("forcedCommit", round, participant)
}

// UnpackForcedCommit is the Go binding that unpacks the parameters returned
// from invoking the contract method with ID 0x881a793b.
//
// Solidity: function forcedCommit(uint64 round, address participant) view returns(bytes32 updateHash)
func (federatedCoordinator *FederatedCoordinator) UnpackForcedCommit(data []byte) ([32]byte, error) {
	out, err := federatedCoordinator.abi.Unpack("forcedCommit", data)
	if err != nil {
		return *new([32]byte), err
	}
	out0 := *abi.ConvertType(out[0], new([32]byte)).(*[32]byte)
	return out0, nil
}

// PackGetRoleAdmin is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x248a9ca3.  This method will panic if any
// invalid/nil inputs are passed.
//
// Solidity: function getRoleAdmin(bytes32 role) view returns(bytes32)
func (federatedCoordinator *FederatedCoordinator) PackGetRoleAdmin(role [32]byte) []byte {
	enc, err := federatedCoordinator.abi.Pack("getRoleAdmin", role)
	if err != nil {
		panic(err)
	}
	return enc
}

// TryPackGetRoleAdmin is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x248a9ca3.  This method will return an error
// if any inputs are invalid/nil.
//
// Solidity: function getRoleAdmin(bytes32 role) view returns(bytes32)
func (federatedCoordinator *FederatedCoordinator) TryPackGetRoleAdmin(role [32]byte) ([]byte, error) {
	return federatedCoordinator.abi.Pack("getRoleAdmin", role)
}

// UnpackGetRoleAdmin is the Go binding that unpacks the parameters returned
// from invoking the contract method with ID 0x248a9ca3.
//
// Solidity: function getRoleAdmin(bytes32 role) view returns(bytes32)
func (federatedCoordinator *FederatedCoordinator) UnpackGetRoleAdmin(data []byte) ([32]byte, error) {
	out, err := federatedCoordinator.abi.Unpack("getRoleAdmin", data)
	if err != nil {
		return *new([32]byte), err
	}
	out0 := *abi.ConvertType(out[0], new([32]byte)).(*[32]byte)
	return out0, nil
}

// PackGrace is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x1eefddb1.  This method will panic if any
// invalid/nil inputs are passed.
//
// Solidity: function grace() view returns(uint64)
func (federatedCoordinator *FederatedCoordinator) PackGrace() []byte {
	enc, err := federatedCoordinator.abi.Pack("grace")
	if err != nil {
		panic(err)
	}
	return enc
}

// TryPackGrace is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x1eefddb1.  This method will return an error
// if any inputs are invalid/nil.
//
// Solidity: function grace() view returns(uint64)
func (federatedCoordinator *FederatedCoordinator) TryPackGrace() ([]byte, error) {
	return federatedCoordinator.abi.Pack("grace")
}

// UnpackGrace is the Go binding that unpacks the parameters returned
// from invoking the contract method with ID 0x1eefddb1.
//
// Solidity: function grace() view returns(uint64)
func (federatedCoordinator *FederatedCoordinator) UnpackGrace(data []byte) (uint64, error) {
	out, err := federatedCoordinator.abi.Unpack("grace", data)
	if err != nil {
		return *new(uint64), err
	}
	out0 := *abi.ConvertType(out[0], new(uint64)).(*uint64)
	return out0, nil
}

// PackGrantRole is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x2f2ff15d.  This method will panic if any
// invalid/nil inputs are passed.
//
// Solidity: function grantRole(bytes32 role, address account) returns()
func (federatedCoordinator *FederatedCoordinator) PackGrantRole(role [32]byte, account common.Address) []byte {
	enc, err := federatedCoordinator.abi.Pack("grantRole", role, account)
	if err != nil {
		panic(err)
	}
	return enc
}

// TryPackGrantRole is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x2f2ff15d.  This method will return an error
// if any inputs are invalid/nil.
//
// Solidity: function grantRole(bytes32 role, address account) returns()
func (federatedCoordinator *FederatedCoordinator) TryPackGrantRole(role [32]byte, account common.Address) ([]byte, error) {
	return federatedCoordinator.abi.Pack("grantRole", role, account)
}

// PackHasRole is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x91d14854.  This method will panic if any
// invalid/nil inputs are passed.
//
// Solidity: function hasRole(bytes32 role, address account) view returns(bool)
func (federatedCoordinator *FederatedCoordinator) PackHasRole(role [32]byte, account common.Address) []byte {
	enc, err := federatedCoordinator.abi.Pack("hasRole", role, account)
	if err != nil {
		panic(err)
	}
	return enc
}

// TryPackHasRole is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x91d14854.  This method will return an error
// if any inputs are invalid/nil.
//
// Solidity: function hasRole(bytes32 role, address account) view returns(bool)
func (federatedCoordinator *FederatedCoordinator) TryPackHasRole(role [32]byte, account common.Address) ([]byte, error) {
	return federatedCoordinator.abi.Pack("hasRole", role, account)
}

// UnpackHasRole is the Go binding that unpacks the parameters returned
// from invoking the contract method with ID 0x91d14854.
//
// Solidity: function hasRole(bytes32 role, address account) view returns(bool)
func (federatedCoordinator *FederatedCoordinator) UnpackHasRole(data []byte) (bool, error) {
	out, err := federatedCoordinator.abi.Unpack("hasRole", data)
	if err != nil {
		return *new(bool), err
	}
	out0 := *abi.ConvertType(out[0], new(bool)).(*bool)
	return out0, nil
}

// PackIncludes is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x6a73e4b3.  This method will panic if any
// invalid/nil inputs are passed.
//
// Solidity: function includes(uint64 round, address who, bytes32 updateHash, uint32 index, bytes32[] path) view returns(bool)
func (federatedCoordinator *FederatedCoordinator) PackIncludes(round uint64, who common.Address, updateHash [32]byte, index uint32, path [][32]byte) []byte {
	enc, err := federatedCoordinator.abi.Pack("includes", round, who, updateHash, index, path)
	if err != nil {
		panic(err)
	}
	return enc
}

// TryPackIncludes is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x6a73e4b3.  This method will return an error
// if any inputs are invalid/nil.
//
// Solidity: function includes(uint64 round, address who, bytes32 updateHash, uint32 index, bytes32[] path) view returns(bool)
func (federatedCoordinator *FederatedCoordinator) TryPackIncludes(round uint64, who common.Address, updateHash [32]byte, index uint32, path [][32]byte) ([]byte, error) {
	return federatedCoordinator.abi.Pack("includes", round, who, updateHash, index, path)
}

// UnpackIncludes is the Go binding that unpacks the parameters returned
// from invoking the contract method with ID 0x6a73e4b3.
//
// Solidity: function includes(uint64 round, address who, bytes32 updateHash, uint32 index, bytes32[] path) view returns(bool)
func (federatedCoordinator *FederatedCoordinator) UnpackIncludes(data []byte) (bool, error) {
	out, err := federatedCoordinator.abi.Unpack("includes", data)
	if err != nil {
		return *new(bool), err
	}
	out0 := *abi.ConvertType(out[0], new(bool)).(*bool)
	return out0, nil
}

// PackLastFinal is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x48fc6f51.  This method will panic if any
// invalid/nil inputs are passed.
//
// Solidity: function lastFinal() view returns(uint64)
func (federatedCoordinator *FederatedCoordinator) PackLastFinal() []byte {
	enc, err := federatedCoordinator.abi.Pack("lastFinal")
	if err != nil {
		panic(err)
	}
	return enc
}

// TryPackLastFinal is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x48fc6f51.  This method will return an error
// if any inputs are invalid/nil.
//
// Solidity: function lastFinal() view returns(uint64)
func (federatedCoordinator *FederatedCoordinator) TryPackLastFinal() ([]byte, error) {
	return federatedCoordinator.abi.Pack("lastFinal")
}

// UnpackLastFinal is the Go binding that unpacks the parameters returned
// from invoking the contract method with ID 0x48fc6f51.
//
// Solidity: function lastFinal() view returns(uint64)
func (federatedCoordinator *FederatedCoordinator) UnpackLastFinal(data []byte) (uint64, error) {
	out, err := federatedCoordinator.abi.Unpack("lastFinal", data)
	if err != nil {
		return *new(uint64), err
	}
	out0 := *abi.ConvertType(out[0], new(uint64)).(*uint64)
	return out0, nil
}

// PackLastRound is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x82bc07e6.  This method will panic if any
// invalid/nil inputs are passed.
//
// Solidity: function lastRound() view returns(uint64)
func (federatedCoordinator *FederatedCoordinator) PackLastRound() []byte {
	enc, err := federatedCoordinator.abi.Pack("lastRound")
	if err != nil {
		panic(err)
	}
	return enc
}

// TryPackLastRound is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x82bc07e6.  This method will return an error
// if any inputs are invalid/nil.
//
// Solidity: function lastRound() view returns(uint64)
func (federatedCoordinator *FederatedCoordinator) TryPackLastRound() ([]byte, error) {
	return federatedCoordinator.abi.Pack("lastRound")
}

// UnpackLastRound is the Go binding that unpacks the parameters returned
// from invoking the contract method with ID 0x82bc07e6.
//
// Solidity: function lastRound() view returns(uint64)
func (federatedCoordinator *FederatedCoordinator) UnpackLastRound(data []byte) (uint64, error) {
	out, err := federatedCoordinator.abi.Unpack("lastRound", data)
	if err != nil {
		return *new(uint64), err
	}
	out0 := *abi.ConvertType(out[0], new(uint64)).(*uint64)
	return out0, nil
}

// PackOpenRound is the Go binding used to pack the parameters required for calling
// the contract method with ID 0xc3189b98.  This method will panic if any
// invalid/nil inputs are passed.
//
// Solidity: function openRound(bytes32 baseModel, uint64 deadline, uint32 minParticipants) returns(uint64 round)
func (federatedCoordinator *FederatedCoordinator) PackOpenRound(baseModel [32]byte, deadline uint64, minParticipants uint32) []byte {
	enc, err := federatedCoordinator.abi.Pack("openRound", baseModel, deadline, minParticipants)
	if err != nil {
		panic(err)
	}
	return enc
}

// TryPackOpenRound is the Go binding used to pack the parameters required for calling
// the contract method with ID 0xc3189b98.  This method will return an error
// if any inputs are invalid/nil.
//
// Solidity: function openRound(bytes32 baseModel, uint64 deadline, uint32 minParticipants) returns(uint64 round)
func (federatedCoordinator *FederatedCoordinator) TryPackOpenRound(baseModel [32]byte, deadline uint64, minParticipants uint32) ([]byte, error) {
	return federatedCoordinator.abi.Pack("openRound", baseModel, deadline, minParticipants)
}

// UnpackOpenRound is the Go binding that unpacks the parameters returned
// from invoking the contract method with ID 0xc3189b98.
//
// Solidity: function openRound(bytes32 baseModel, uint64 deadline, uint32 minParticipants) returns(uint64 round)
func (federatedCoordinator *FederatedCoordinator) UnpackOpenRound(data []byte) (uint64, error) {
	out, err := federatedCoordinator.abi.Unpack("openRound", data)
	if err != nil {
		return *new(uint64), err
	}
	out0 := *abi.ConvertType(out[0], new(uint64)).(*uint64)
	return out0, nil
}

// PackOwner is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x8da5cb5b.  This method will panic if any
// invalid/nil inputs are passed.
//
// Solidity: function owner() view returns(address)
func (federatedCoordinator *FederatedCoordinator) PackOwner() []byte {
	enc, err := federatedCoordinator.abi.Pack("owner")
	if err != nil {
		panic(err)
	}
	return enc
}

// TryPackOwner is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x8da5cb5b.  This method will return an error
// if any inputs are invalid/nil.
//
// Solidity: function owner() view returns(address)
func (federatedCoordinator *FederatedCoordinator) TryPackOwner() ([]byte, error) {
	return federatedCoordinator.abi.Pack("owner")
}

// UnpackOwner is the Go binding that unpacks the parameters returned
// from invoking the contract method with ID 0x8da5cb5b.
//
// Solidity: function owner() view returns(address)
func (federatedCoordinator *FederatedCoordinator) UnpackOwner(data []byte) (common.Address, error) {
	out, err := federatedCoordinator.abi.Unpack("owner", data)
	if err != nil {
		return *new(common.Address), err
	}
	out0 := *abi.ConvertType(out[0], new(common.Address)).(*common.Address)
	return out0, nil
}

// PackParticipantOf is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x998fb585.  This method will panic if any
// invalid/nil inputs are passed.
//
// Solidity: function participantOf(address ) view returns(bytes32 keyHash, bytes32 attestation, uint64 attestedUntil, bool active, uint8 missed, uint64 lastMissed)
func (federatedCoordinator *FederatedCoordinator) PackParticipantOf(arg0 common.Address) []byte {
	enc, err := federatedCoordinator.abi.Pack("participantOf", arg0)
	if err != nil {
		panic(err)
	}
	return enc
}

// TryPackParticipantOf is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x998fb585.  This method will return an error
// if any inputs are invalid/nil.
//
// Solidity: function participantOf(address ) view returns(bytes32 keyHash, bytes32 attestation, uint64 attestedUntil, bool active, uint8 missed, uint64 lastMissed)
func (federatedCoordinator *FederatedCoordinator) TryPackParticipantOf(arg0 common.Address) ([]byte, error) {
	return federatedCoordinator.abi.Pack("participantOf", arg0)
}

// ParticipantOfOutput serves as a container for the return parameters of contract
// method ParticipantOf.
type ParticipantOfOutput struct {
	KeyHash       [32]byte
	Attestation   [32]byte
	AttestedUntil uint64
	Active        bool
	Missed        uint8
	LastMissed    uint64
}

// UnpackParticipantOf is the Go binding that unpacks the parameters returned
// from invoking the contract method with ID 0x998fb585.
//
// Solidity: function participantOf(address ) view returns(bytes32 keyHash, bytes32 attestation, uint64 attestedUntil, bool active, uint8 missed, uint64 lastMissed)
func (federatedCoordinator *FederatedCoordinator) UnpackParticipantOf(data []byte) (ParticipantOfOutput, error) {
	out, err := federatedCoordinator.abi.Unpack("participantOf", data)
	outstruct := new(ParticipantOfOutput)
	if err != nil {
		return *outstruct, err
	}
	outstruct.KeyHash = *abi.ConvertType(out[0], new([32]byte)).(*[32]byte)
	outstruct.Attestation = *abi.ConvertType(out[1], new([32]byte)).(*[32]byte)
	outstruct.AttestedUntil = *abi.ConvertType(out[2], new(uint64)).(*uint64)
	outstruct.Active = *abi.ConvertType(out[3], new(bool)).(*bool)
	outstruct.Missed = *abi.ConvertType(out[4], new(uint8)).(*uint8)
	outstruct.LastMissed = *abi.ConvertType(out[5], new(uint64)).(*uint64)
	return *outstruct, nil
}

// PackPause is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x8456cb59.  This method will panic if any
// invalid/nil inputs are passed.
//
// Solidity: function pause() returns()
func (federatedCoordinator *FederatedCoordinator) PackPause() []byte {
	enc, err := federatedCoordinator.abi.Pack("pause")
	if err != nil {
		panic(err)
	}
	return enc
}

// TryPackPause is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x8456cb59.  This method will return an error
// if any inputs are invalid/nil.
//
// Solidity: function pause() returns()
func (federatedCoordinator *FederatedCoordinator) TryPackPause() ([]byte, error) {
	return federatedCoordinator.abi.Pack("pause")
}

// PackPaused is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x5c975abb.  This method will panic if any
// invalid/nil inputs are passed.
//
// Solidity: function paused() view returns(bool)
func (federatedCoordinator *FederatedCoordinator) PackPaused() []byte {
	enc, err := federatedCoordinator.abi.Pack("paused")
	if err != nil {
		panic(err)
	}
	return enc
}

// TryPackPaused is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x5c975abb.  This method will return an error
// if any inputs are invalid/nil.
//
// Solidity: function paused() view returns(bool)
func (federatedCoordinator *FederatedCoordinator) TryPackPaused() ([]byte, error) {
	return federatedCoordinator.abi.Pack("paused")
}

// UnpackPaused is the Go binding that unpacks the parameters returned
// from invoking the contract method with ID 0x5c975abb.
//
// Solidity: function paused() view returns(bool)
func (federatedCoordinator *FederatedCoordinator) UnpackPaused(data []byte) (bool, error) {
	out, err := federatedCoordinator.abi.Unpack("paused", data)
	if err != nil {
		return *new(bool), err
	}
	out0 := *abi.ConvertType(out[0], new(bool)).(*bool)
	return out0, nil
}

// PackPendingDefaultAdmin is the Go binding used to pack the parameters required for calling
// the contract method with ID 0xcf6eefb7.  This method will panic if any
// invalid/nil inputs are passed.
//
// Solidity: function pendingDefaultAdmin() view returns(address newAdmin, uint48 schedule)
func (federatedCoordinator *FederatedCoordinator) PackPendingDefaultAdmin() []byte {
	enc, err := federatedCoordinator.abi.Pack("pendingDefaultAdmin")
	if err != nil {
		panic(err)
	}
	return enc
}

// TryPackPendingDefaultAdmin is the Go binding used to pack the parameters required for calling
// the contract method with ID 0xcf6eefb7.  This method will return an error
// if any inputs are invalid/nil.
//
// Solidity: function pendingDefaultAdmin() view returns(address newAdmin, uint48 schedule)
func (federatedCoordinator *FederatedCoordinator) TryPackPendingDefaultAdmin() ([]byte, error) {
	return federatedCoordinator.abi.Pack("pendingDefaultAdmin")
}

// PendingDefaultAdminOutput serves as a container for the return parameters of contract
// method PendingDefaultAdmin.
type PendingDefaultAdminOutput struct {
	NewAdmin common.Address
	Schedule *big.Int
}

// UnpackPendingDefaultAdmin is the Go binding that unpacks the parameters returned
// from invoking the contract method with ID 0xcf6eefb7.
//
// Solidity: function pendingDefaultAdmin() view returns(address newAdmin, uint48 schedule)
func (federatedCoordinator *FederatedCoordinator) UnpackPendingDefaultAdmin(data []byte) (PendingDefaultAdminOutput, error) {
	out, err := federatedCoordinator.abi.Unpack("pendingDefaultAdmin", data)
	outstruct := new(PendingDefaultAdminOutput)
	if err != nil {
		return *outstruct, err
	}
	outstruct.NewAdmin = *abi.ConvertType(out[0], new(common.Address)).(*common.Address)
	outstruct.Schedule = abi.ConvertType(out[1], new(big.Int)).(*big.Int)
	return *outstruct, nil
}

// PackPendingDefaultAdminDelay is the Go binding used to pack the parameters required for calling
// the contract method with ID 0xa1eda53c.  This method will panic if any
// invalid/nil inputs are passed.
//
// Solidity: function pendingDefaultAdminDelay() view returns(uint48 newDelay, uint48 schedule)
func (federatedCoordinator *FederatedCoordinator) PackPendingDefaultAdminDelay() []byte {
	enc, err := federatedCoordinator.abi.Pack("pendingDefaultAdminDelay")
	if err != nil {
		panic(err)
	}
	return enc
}

// TryPackPendingDefaultAdminDelay is the Go binding used to pack the parameters required for calling
// the contract method with ID 0xa1eda53c.  This method will return an error
// if any inputs are invalid/nil.
//
// Solidity: function pendingDefaultAdminDelay() view returns(uint48 newDelay, uint48 schedule)
func (federatedCoordinator *FederatedCoordinator) TryPackPendingDefaultAdminDelay() ([]byte, error) {
	return federatedCoordinator.abi.Pack("pendingDefaultAdminDelay")
}

// PendingDefaultAdminDelayOutput serves as a container for the return parameters of contract
// method PendingDefaultAdminDelay.
type PendingDefaultAdminDelayOutput struct {
	NewDelay *big.Int
	Schedule *big.Int
}

// UnpackPendingDefaultAdminDelay is the Go binding that unpacks the parameters returned
// from invoking the contract method with ID 0xa1eda53c.
//
// Solidity: function pendingDefaultAdminDelay() view returns(uint48 newDelay, uint48 schedule)
func (federatedCoordinator *FederatedCoordinator) UnpackPendingDefaultAdminDelay(data []byte) (PendingDefaultAdminDelayOutput, error) {
	out, err := federatedCoordinator.abi.Unpack("pendingDefaultAdminDelay", data)
	outstruct := new(PendingDefaultAdminDelayOutput)
	if err != nil {
		return *outstruct, err
	}
	outstruct.NewDelay = abi.ConvertType(out[0], new(big.Int)).(*big.Int)
	outstruct.Schedule = abi.ConvertType(out[1], new(big.Int)).(*big.Int)
	return *outstruct, nil
}

// PackPreviousFinal is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x2fc66572.  This method will panic if any
// invalid/nil inputs are passed.
//
// Solidity: function previousFinal(uint64 round) view returns(uint64)
func (federatedCoordinator *FederatedCoordinator) PackPreviousFinal(round uint64) []byte {
	enc, err := federatedCoordinator.abi.Pack("previousFinal", round)
	if err != nil {
		panic(err)
	}
	return enc
}

// TryPackPreviousFinal is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x2fc66572.  This method will return an error
// if any inputs are invalid/nil.
//
// Solidity: function previousFinal(uint64 round) view returns(uint64)
func (federatedCoordinator *FederatedCoordinator) TryPackPreviousFinal(round uint64) ([]byte, error) {
	return federatedCoordinator.abi.Pack("previousFinal", round)
}

// UnpackPreviousFinal is the Go binding that unpacks the parameters returned
// from invoking the contract method with ID 0x2fc66572.
//
// Solidity: function previousFinal(uint64 round) view returns(uint64)
func (federatedCoordinator *FederatedCoordinator) UnpackPreviousFinal(data []byte) (uint64, error) {
	out, err := federatedCoordinator.abi.Unpack("previousFinal", data)
	if err != nil {
		return *new(uint64), err
	}
	out0 := *abi.ConvertType(out[0], new(uint64)).(*uint64)
	return out0, nil
}

// PackProveForced is the Go binding used to pack the parameters required for calling
// the contract method with ID 0xaab14ed0.  This method will panic if any
// invalid/nil inputs are passed.
//
// Solidity: function proveForced(uint64 round, address who, uint32 index, bytes32[] path) returns()
func (federatedCoordinator *FederatedCoordinator) PackProveForced(round uint64, who common.Address, index uint32, path [][32]byte) []byte {
	enc, err := federatedCoordinator.abi.Pack("proveForced", round, who, index, path)
	if err != nil {
		panic(err)
	}
	return enc
}

// TryPackProveForced is the Go binding used to pack the parameters required for calling
// the contract method with ID 0xaab14ed0.  This method will return an error
// if any inputs are invalid/nil.
//
// Solidity: function proveForced(uint64 round, address who, uint32 index, bytes32[] path) returns()
func (federatedCoordinator *FederatedCoordinator) TryPackProveForced(round uint64, who common.Address, index uint32, path [][32]byte) ([]byte, error) {
	return federatedCoordinator.abi.Pack("proveForced", round, who, index, path)
}

// PackProven is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x2c40d877.  This method will panic if any
// invalid/nil inputs are passed.
//
// Solidity: function proven(uint64 round, address participant) view returns(bool)
func (federatedCoordinator *FederatedCoordinator) PackProven(round uint64, participant common.Address) []byte {
	enc, err := federatedCoordinator.abi.Pack("proven", round, participant)
	if err != nil {
		panic(err)
	}
	return enc
}

// TryPackProven is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x2c40d877.  This method will return an error
// if any inputs are invalid/nil.
//
// Solidity: function proven(uint64 round, address participant) view returns(bool)
func (federatedCoordinator *FederatedCoordinator) TryPackProven(round uint64, participant common.Address) ([]byte, error) {
	return federatedCoordinator.abi.Pack("proven", round, participant)
}

// UnpackProven is the Go binding that unpacks the parameters returned
// from invoking the contract method with ID 0x2c40d877.
//
// Solidity: function proven(uint64 round, address participant) view returns(bool)
func (federatedCoordinator *FederatedCoordinator) UnpackProven(data []byte) (bool, error) {
	out, err := federatedCoordinator.abi.Unpack("proven", data)
	if err != nil {
		return *new(bool), err
	}
	out0 := *abi.ConvertType(out[0], new(bool)).(*bool)
	return out0, nil
}

// PackRecordMissed is the Go binding used to pack the parameters required for calling
// the contract method with ID 0xc3eecf84.  This method will panic if any
// invalid/nil inputs are passed.
//
// Solidity: function recordMissed(uint64 round, address[] absent) returns()
func (federatedCoordinator *FederatedCoordinator) PackRecordMissed(round uint64, absent []common.Address) []byte {
	enc, err := federatedCoordinator.abi.Pack("recordMissed", round, absent)
	if err != nil {
		panic(err)
	}
	return enc
}

// TryPackRecordMissed is the Go binding used to pack the parameters required for calling
// the contract method with ID 0xc3eecf84.  This method will return an error
// if any inputs are invalid/nil.
//
// Solidity: function recordMissed(uint64 round, address[] absent) returns()
func (federatedCoordinator *FederatedCoordinator) TryPackRecordMissed(round uint64, absent []common.Address) ([]byte, error) {
	return federatedCoordinator.abi.Pack("recordMissed", round, absent)
}

// PackRegister is the Go binding used to pack the parameters required for calling
// the contract method with ID 0xc56bd210.  This method will panic if any
// invalid/nil inputs are passed.
//
// Solidity: function register(address who, bytes32 keyHash, bytes32 attestation, uint64 attestedUntil) returns()
func (federatedCoordinator *FederatedCoordinator) PackRegister(who common.Address, keyHash [32]byte, attestation [32]byte, attestedUntil uint64) []byte {
	enc, err := federatedCoordinator.abi.Pack("register", who, keyHash, attestation, attestedUntil)
	if err != nil {
		panic(err)
	}
	return enc
}

// TryPackRegister is the Go binding used to pack the parameters required for calling
// the contract method with ID 0xc56bd210.  This method will return an error
// if any inputs are invalid/nil.
//
// Solidity: function register(address who, bytes32 keyHash, bytes32 attestation, uint64 attestedUntil) returns()
func (federatedCoordinator *FederatedCoordinator) TryPackRegister(who common.Address, keyHash [32]byte, attestation [32]byte, attestedUntil uint64) ([]byte, error) {
	return federatedCoordinator.abi.Pack("register", who, keyHash, attestation, attestedUntil)
}

// PackRenounceRole is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x36568abe.  This method will panic if any
// invalid/nil inputs are passed.
//
// Solidity: function renounceRole(bytes32 role, address account) returns()
func (federatedCoordinator *FederatedCoordinator) PackRenounceRole(role [32]byte, account common.Address) []byte {
	enc, err := federatedCoordinator.abi.Pack("renounceRole", role, account)
	if err != nil {
		panic(err)
	}
	return enc
}

// TryPackRenounceRole is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x36568abe.  This method will return an error
// if any inputs are invalid/nil.
//
// Solidity: function renounceRole(bytes32 role, address account) returns()
func (federatedCoordinator *FederatedCoordinator) TryPackRenounceRole(role [32]byte, account common.Address) ([]byte, error) {
	return federatedCoordinator.abi.Pack("renounceRole", role, account)
}

// PackRevokeRole is the Go binding used to pack the parameters required for calling
// the contract method with ID 0xd547741f.  This method will panic if any
// invalid/nil inputs are passed.
//
// Solidity: function revokeRole(bytes32 role, address account) returns()
func (federatedCoordinator *FederatedCoordinator) PackRevokeRole(role [32]byte, account common.Address) []byte {
	enc, err := federatedCoordinator.abi.Pack("revokeRole", role, account)
	if err != nil {
		panic(err)
	}
	return enc
}

// TryPackRevokeRole is the Go binding used to pack the parameters required for calling
// the contract method with ID 0xd547741f.  This method will return an error
// if any inputs are invalid/nil.
//
// Solidity: function revokeRole(bytes32 role, address account) returns()
func (federatedCoordinator *FederatedCoordinator) TryPackRevokeRole(role [32]byte, account common.Address) ([]byte, error) {
	return federatedCoordinator.abi.Pack("revokeRole", role, account)
}

// PackRollbackDefaultAdminDelay is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x0aa6220b.  This method will panic if any
// invalid/nil inputs are passed.
//
// Solidity: function rollbackDefaultAdminDelay() returns()
func (federatedCoordinator *FederatedCoordinator) PackRollbackDefaultAdminDelay() []byte {
	enc, err := federatedCoordinator.abi.Pack("rollbackDefaultAdminDelay")
	if err != nil {
		panic(err)
	}
	return enc
}

// TryPackRollbackDefaultAdminDelay is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x0aa6220b.  This method will return an error
// if any inputs are invalid/nil.
//
// Solidity: function rollbackDefaultAdminDelay() returns()
func (federatedCoordinator *FederatedCoordinator) TryPackRollbackDefaultAdminDelay() ([]byte, error) {
	return federatedCoordinator.abi.Pack("rollbackDefaultAdminDelay")
}

// PackRoundOf is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x758f7b54.  This method will panic if any
// invalid/nil inputs are passed.
//
// Solidity: function roundOf(uint64 round) view returns((bytes32,bytes32,bytes32,bytes32,uint64,uint32,uint32,uint32,uint32,uint32,uint8))
func (federatedCoordinator *FederatedCoordinator) PackRoundOf(round uint64) []byte {
	enc, err := federatedCoordinator.abi.Pack("roundOf", round)
	if err != nil {
		panic(err)
	}
	return enc
}

// TryPackRoundOf is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x758f7b54.  This method will return an error
// if any inputs are invalid/nil.
//
// Solidity: function roundOf(uint64 round) view returns((bytes32,bytes32,bytes32,bytes32,uint64,uint32,uint32,uint32,uint32,uint32,uint8))
func (federatedCoordinator *FederatedCoordinator) TryPackRoundOf(round uint64) ([]byte, error) {
	return federatedCoordinator.abi.Pack("roundOf", round)
}

// UnpackRoundOf is the Go binding that unpacks the parameters returned
// from invoking the contract method with ID 0x758f7b54.
//
// Solidity: function roundOf(uint64 round) view returns((bytes32,bytes32,bytes32,bytes32,uint64,uint32,uint32,uint32,uint32,uint32,uint8))
func (federatedCoordinator *FederatedCoordinator) UnpackRoundOf(data []byte) (FederatedCoordinatorRound, error) {
	out, err := federatedCoordinator.abi.Unpack("roundOf", data)
	if err != nil {
		return *new(FederatedCoordinatorRound), err
	}
	out0 := *abi.ConvertType(out[0], new(FederatedCoordinatorRound)).(*FederatedCoordinatorRound)
	return out0, nil
}

// PackSupportsInterface is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x01ffc9a7.  This method will panic if any
// invalid/nil inputs are passed.
//
// Solidity: function supportsInterface(bytes4 interfaceId) view returns(bool)
func (federatedCoordinator *FederatedCoordinator) PackSupportsInterface(interfaceId [4]byte) []byte {
	enc, err := federatedCoordinator.abi.Pack("supportsInterface", interfaceId)
	if err != nil {
		panic(err)
	}
	return enc
}

// TryPackSupportsInterface is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x01ffc9a7.  This method will return an error
// if any inputs are invalid/nil.
//
// Solidity: function supportsInterface(bytes4 interfaceId) view returns(bool)
func (federatedCoordinator *FederatedCoordinator) TryPackSupportsInterface(interfaceId [4]byte) ([]byte, error) {
	return federatedCoordinator.abi.Pack("supportsInterface", interfaceId)
}

// UnpackSupportsInterface is the Go binding that unpacks the parameters returned
// from invoking the contract method with ID 0x01ffc9a7.
//
// Solidity: function supportsInterface(bytes4 interfaceId) view returns(bool)
func (federatedCoordinator *FederatedCoordinator) UnpackSupportsInterface(data []byte) (bool, error) {
	out, err := federatedCoordinator.abi.Unpack("supportsInterface", data)
	if err != nil {
		return *new(bool), err
	}
	out0 := *abi.ConvertType(out[0], new(bool)).(*bool)
	return out0, nil
}

// PackUnpause is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x3f4ba83a.  This method will panic if any
// invalid/nil inputs are passed.
//
// Solidity: function unpause() returns()
func (federatedCoordinator *FederatedCoordinator) PackUnpause() []byte {
	enc, err := federatedCoordinator.abi.Pack("unpause")
	if err != nil {
		panic(err)
	}
	return enc
}

// TryPackUnpause is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x3f4ba83a.  This method will return an error
// if any inputs are invalid/nil.
//
// Solidity: function unpause() returns()
func (federatedCoordinator *FederatedCoordinator) TryPackUnpause() ([]byte, error) {
	return federatedCoordinator.abi.Pack("unpause")
}

// FederatedCoordinatorCommitForced represents a CommitForced event raised by the FederatedCoordinator contract.
type FederatedCoordinatorCommitForced struct {
	Round       uint64
	Participant common.Address
	UpdateHash  [32]byte
	Raw         *types.Log // Blockchain specific contextual infos
}

const FederatedCoordinatorCommitForcedEventName = "CommitForced"

// ContractEventName returns the user-defined event name.
func (FederatedCoordinatorCommitForced) ContractEventName() string {
	return FederatedCoordinatorCommitForcedEventName
}

// UnpackCommitForcedEvent is the Go binding that unpacks the event data emitted
// by contract.
//
// Solidity: event CommitForced(uint64 indexed round, address indexed participant, bytes32 updateHash)
func (federatedCoordinator *FederatedCoordinator) UnpackCommitForcedEvent(log *types.Log) (*FederatedCoordinatorCommitForced, error) {
	event := "CommitForced"
	if len(log.Topics) == 0 {
		return nil, bind.ErrNoEventSignature
	}
	if log.Topics[0] != federatedCoordinator.abi.Events[event].ID {
		return nil, bind.ErrEventSignatureMismatch
	}
	out := new(FederatedCoordinatorCommitForced)
	if len(log.Data) > 0 {
		if err := federatedCoordinator.abi.UnpackIntoInterface(out, event, log.Data); err != nil {
			return nil, err
		}
	}
	var indexed abi.Arguments
	for _, arg := range federatedCoordinator.abi.Events[event].Inputs {
		if arg.Indexed {
			indexed = append(indexed, arg)
		}
	}
	if err := abi.ParseTopics(out, indexed, log.Topics[1:]); err != nil {
		return nil, err
	}
	out.Raw = log
	return out, nil
}

// FederatedCoordinatorCommitProven represents a CommitProven event raised by the FederatedCoordinator contract.
type FederatedCoordinatorCommitProven struct {
	Round       uint64
	Participant common.Address
	Raw         *types.Log // Blockchain specific contextual infos
}

const FederatedCoordinatorCommitProvenEventName = "CommitProven"

// ContractEventName returns the user-defined event name.
func (FederatedCoordinatorCommitProven) ContractEventName() string {
	return FederatedCoordinatorCommitProvenEventName
}

// UnpackCommitProvenEvent is the Go binding that unpacks the event data emitted
// by contract.
//
// Solidity: event CommitProven(uint64 indexed round, address indexed participant)
func (federatedCoordinator *FederatedCoordinator) UnpackCommitProvenEvent(log *types.Log) (*FederatedCoordinatorCommitProven, error) {
	event := "CommitProven"
	if len(log.Topics) == 0 {
		return nil, bind.ErrNoEventSignature
	}
	if log.Topics[0] != federatedCoordinator.abi.Events[event].ID {
		return nil, bind.ErrEventSignatureMismatch
	}
	out := new(FederatedCoordinatorCommitProven)
	if len(log.Data) > 0 {
		if err := federatedCoordinator.abi.UnpackIntoInterface(out, event, log.Data); err != nil {
			return nil, err
		}
	}
	var indexed abi.Arguments
	for _, arg := range federatedCoordinator.abi.Events[event].Inputs {
		if arg.Indexed {
			indexed = append(indexed, arg)
		}
	}
	if err := abi.ParseTopics(out, indexed, log.Topics[1:]); err != nil {
		return nil, err
	}
	out.Raw = log
	return out, nil
}

// FederatedCoordinatorDeactivated represents a Deactivated event raised by the FederatedCoordinator contract.
type FederatedCoordinatorDeactivated struct {
	Participant common.Address
	Raw         *types.Log // Blockchain specific contextual infos
}

const FederatedCoordinatorDeactivatedEventName = "Deactivated"

// ContractEventName returns the user-defined event name.
func (FederatedCoordinatorDeactivated) ContractEventName() string {
	return FederatedCoordinatorDeactivatedEventName
}

// UnpackDeactivatedEvent is the Go binding that unpacks the event data emitted
// by contract.
//
// Solidity: event Deactivated(address indexed participant)
func (federatedCoordinator *FederatedCoordinator) UnpackDeactivatedEvent(log *types.Log) (*FederatedCoordinatorDeactivated, error) {
	event := "Deactivated"
	if len(log.Topics) == 0 {
		return nil, bind.ErrNoEventSignature
	}
	if log.Topics[0] != federatedCoordinator.abi.Events[event].ID {
		return nil, bind.ErrEventSignatureMismatch
	}
	out := new(FederatedCoordinatorDeactivated)
	if len(log.Data) > 0 {
		if err := federatedCoordinator.abi.UnpackIntoInterface(out, event, log.Data); err != nil {
			return nil, err
		}
	}
	var indexed abi.Arguments
	for _, arg := range federatedCoordinator.abi.Events[event].Inputs {
		if arg.Indexed {
			indexed = append(indexed, arg)
		}
	}
	if err := abi.ParseTopics(out, indexed, log.Topics[1:]); err != nil {
		return nil, err
	}
	out.Raw = log
	return out, nil
}

// FederatedCoordinatorDefaultAdminDelayChangeCanceled represents a DefaultAdminDelayChangeCanceled event raised by the FederatedCoordinator contract.
type FederatedCoordinatorDefaultAdminDelayChangeCanceled struct {
	Raw *types.Log // Blockchain specific contextual infos
}

const FederatedCoordinatorDefaultAdminDelayChangeCanceledEventName = "DefaultAdminDelayChangeCanceled"

// ContractEventName returns the user-defined event name.
func (FederatedCoordinatorDefaultAdminDelayChangeCanceled) ContractEventName() string {
	return FederatedCoordinatorDefaultAdminDelayChangeCanceledEventName
}

// UnpackDefaultAdminDelayChangeCanceledEvent is the Go binding that unpacks the event data emitted
// by contract.
//
// Solidity: event DefaultAdminDelayChangeCanceled()
func (federatedCoordinator *FederatedCoordinator) UnpackDefaultAdminDelayChangeCanceledEvent(log *types.Log) (*FederatedCoordinatorDefaultAdminDelayChangeCanceled, error) {
	event := "DefaultAdminDelayChangeCanceled"
	if len(log.Topics) == 0 {
		return nil, bind.ErrNoEventSignature
	}
	if log.Topics[0] != federatedCoordinator.abi.Events[event].ID {
		return nil, bind.ErrEventSignatureMismatch
	}
	out := new(FederatedCoordinatorDefaultAdminDelayChangeCanceled)
	if len(log.Data) > 0 {
		if err := federatedCoordinator.abi.UnpackIntoInterface(out, event, log.Data); err != nil {
			return nil, err
		}
	}
	var indexed abi.Arguments
	for _, arg := range federatedCoordinator.abi.Events[event].Inputs {
		if arg.Indexed {
			indexed = append(indexed, arg)
		}
	}
	if err := abi.ParseTopics(out, indexed, log.Topics[1:]); err != nil {
		return nil, err
	}
	out.Raw = log
	return out, nil
}

// FederatedCoordinatorDefaultAdminDelayChangeScheduled represents a DefaultAdminDelayChangeScheduled event raised by the FederatedCoordinator contract.
type FederatedCoordinatorDefaultAdminDelayChangeScheduled struct {
	NewDelay       *big.Int
	EffectSchedule *big.Int
	Raw            *types.Log // Blockchain specific contextual infos
}

const FederatedCoordinatorDefaultAdminDelayChangeScheduledEventName = "DefaultAdminDelayChangeScheduled"

// ContractEventName returns the user-defined event name.
func (FederatedCoordinatorDefaultAdminDelayChangeScheduled) ContractEventName() string {
	return FederatedCoordinatorDefaultAdminDelayChangeScheduledEventName
}

// UnpackDefaultAdminDelayChangeScheduledEvent is the Go binding that unpacks the event data emitted
// by contract.
//
// Solidity: event DefaultAdminDelayChangeScheduled(uint48 newDelay, uint48 effectSchedule)
func (federatedCoordinator *FederatedCoordinator) UnpackDefaultAdminDelayChangeScheduledEvent(log *types.Log) (*FederatedCoordinatorDefaultAdminDelayChangeScheduled, error) {
	event := "DefaultAdminDelayChangeScheduled"
	if len(log.Topics) == 0 {
		return nil, bind.ErrNoEventSignature
	}
	if log.Topics[0] != federatedCoordinator.abi.Events[event].ID {
		return nil, bind.ErrEventSignatureMismatch
	}
	out := new(FederatedCoordinatorDefaultAdminDelayChangeScheduled)
	if len(log.Data) > 0 {
		if err := federatedCoordinator.abi.UnpackIntoInterface(out, event, log.Data); err != nil {
			return nil, err
		}
	}
	var indexed abi.Arguments
	for _, arg := range federatedCoordinator.abi.Events[event].Inputs {
		if arg.Indexed {
			indexed = append(indexed, arg)
		}
	}
	if err := abi.ParseTopics(out, indexed, log.Topics[1:]); err != nil {
		return nil, err
	}
	out.Raw = log
	return out, nil
}

// FederatedCoordinatorDefaultAdminTransferCanceled represents a DefaultAdminTransferCanceled event raised by the FederatedCoordinator contract.
type FederatedCoordinatorDefaultAdminTransferCanceled struct {
	Raw *types.Log // Blockchain specific contextual infos
}

const FederatedCoordinatorDefaultAdminTransferCanceledEventName = "DefaultAdminTransferCanceled"

// ContractEventName returns the user-defined event name.
func (FederatedCoordinatorDefaultAdminTransferCanceled) ContractEventName() string {
	return FederatedCoordinatorDefaultAdminTransferCanceledEventName
}

// UnpackDefaultAdminTransferCanceledEvent is the Go binding that unpacks the event data emitted
// by contract.
//
// Solidity: event DefaultAdminTransferCanceled()
func (federatedCoordinator *FederatedCoordinator) UnpackDefaultAdminTransferCanceledEvent(log *types.Log) (*FederatedCoordinatorDefaultAdminTransferCanceled, error) {
	event := "DefaultAdminTransferCanceled"
	if len(log.Topics) == 0 {
		return nil, bind.ErrNoEventSignature
	}
	if log.Topics[0] != federatedCoordinator.abi.Events[event].ID {
		return nil, bind.ErrEventSignatureMismatch
	}
	out := new(FederatedCoordinatorDefaultAdminTransferCanceled)
	if len(log.Data) > 0 {
		if err := federatedCoordinator.abi.UnpackIntoInterface(out, event, log.Data); err != nil {
			return nil, err
		}
	}
	var indexed abi.Arguments
	for _, arg := range federatedCoordinator.abi.Events[event].Inputs {
		if arg.Indexed {
			indexed = append(indexed, arg)
		}
	}
	if err := abi.ParseTopics(out, indexed, log.Topics[1:]); err != nil {
		return nil, err
	}
	out.Raw = log
	return out, nil
}

// FederatedCoordinatorDefaultAdminTransferScheduled represents a DefaultAdminTransferScheduled event raised by the FederatedCoordinator contract.
type FederatedCoordinatorDefaultAdminTransferScheduled struct {
	NewAdmin       common.Address
	AcceptSchedule *big.Int
	Raw            *types.Log // Blockchain specific contextual infos
}

const FederatedCoordinatorDefaultAdminTransferScheduledEventName = "DefaultAdminTransferScheduled"

// ContractEventName returns the user-defined event name.
func (FederatedCoordinatorDefaultAdminTransferScheduled) ContractEventName() string {
	return FederatedCoordinatorDefaultAdminTransferScheduledEventName
}

// UnpackDefaultAdminTransferScheduledEvent is the Go binding that unpacks the event data emitted
// by contract.
//
// Solidity: event DefaultAdminTransferScheduled(address indexed newAdmin, uint48 acceptSchedule)
func (federatedCoordinator *FederatedCoordinator) UnpackDefaultAdminTransferScheduledEvent(log *types.Log) (*FederatedCoordinatorDefaultAdminTransferScheduled, error) {
	event := "DefaultAdminTransferScheduled"
	if len(log.Topics) == 0 {
		return nil, bind.ErrNoEventSignature
	}
	if log.Topics[0] != federatedCoordinator.abi.Events[event].ID {
		return nil, bind.ErrEventSignatureMismatch
	}
	out := new(FederatedCoordinatorDefaultAdminTransferScheduled)
	if len(log.Data) > 0 {
		if err := federatedCoordinator.abi.UnpackIntoInterface(out, event, log.Data); err != nil {
			return nil, err
		}
	}
	var indexed abi.Arguments
	for _, arg := range federatedCoordinator.abi.Events[event].Inputs {
		if arg.Indexed {
			indexed = append(indexed, arg)
		}
	}
	if err := abi.ParseTopics(out, indexed, log.Topics[1:]); err != nil {
		return nil, err
	}
	out.Raw = log
	return out, nil
}

// FederatedCoordinatorEIP712DomainChanged represents a EIP712DomainChanged event raised by the FederatedCoordinator contract.
type FederatedCoordinatorEIP712DomainChanged struct {
	Raw *types.Log // Blockchain specific contextual infos
}

const FederatedCoordinatorEIP712DomainChangedEventName = "EIP712DomainChanged"

// ContractEventName returns the user-defined event name.
func (FederatedCoordinatorEIP712DomainChanged) ContractEventName() string {
	return FederatedCoordinatorEIP712DomainChangedEventName
}

// UnpackEIP712DomainChangedEvent is the Go binding that unpacks the event data emitted
// by contract.
//
// Solidity: event EIP712DomainChanged()
func (federatedCoordinator *FederatedCoordinator) UnpackEIP712DomainChangedEvent(log *types.Log) (*FederatedCoordinatorEIP712DomainChanged, error) {
	event := "EIP712DomainChanged"
	if len(log.Topics) == 0 {
		return nil, bind.ErrNoEventSignature
	}
	if log.Topics[0] != federatedCoordinator.abi.Events[event].ID {
		return nil, bind.ErrEventSignatureMismatch
	}
	out := new(FederatedCoordinatorEIP712DomainChanged)
	if len(log.Data) > 0 {
		if err := federatedCoordinator.abi.UnpackIntoInterface(out, event, log.Data); err != nil {
			return nil, err
		}
	}
	var indexed abi.Arguments
	for _, arg := range federatedCoordinator.abi.Events[event].Inputs {
		if arg.Indexed {
			indexed = append(indexed, arg)
		}
	}
	if err := abi.ParseTopics(out, indexed, log.Topics[1:]); err != nil {
		return nil, err
	}
	out.Raw = log
	return out, nil
}

// FederatedCoordinatorPaused represents a Paused event raised by the FederatedCoordinator contract.
type FederatedCoordinatorPaused struct {
	Account common.Address
	Raw     *types.Log // Blockchain specific contextual infos
}

const FederatedCoordinatorPausedEventName = "Paused"

// ContractEventName returns the user-defined event name.
func (FederatedCoordinatorPaused) ContractEventName() string {
	return FederatedCoordinatorPausedEventName
}

// UnpackPausedEvent is the Go binding that unpacks the event data emitted
// by contract.
//
// Solidity: event Paused(address account)
func (federatedCoordinator *FederatedCoordinator) UnpackPausedEvent(log *types.Log) (*FederatedCoordinatorPaused, error) {
	event := "Paused"
	if len(log.Topics) == 0 {
		return nil, bind.ErrNoEventSignature
	}
	if log.Topics[0] != federatedCoordinator.abi.Events[event].ID {
		return nil, bind.ErrEventSignatureMismatch
	}
	out := new(FederatedCoordinatorPaused)
	if len(log.Data) > 0 {
		if err := federatedCoordinator.abi.UnpackIntoInterface(out, event, log.Data); err != nil {
			return nil, err
		}
	}
	var indexed abi.Arguments
	for _, arg := range federatedCoordinator.abi.Events[event].Inputs {
		if arg.Indexed {
			indexed = append(indexed, arg)
		}
	}
	if err := abi.ParseTopics(out, indexed, log.Topics[1:]); err != nil {
		return nil, err
	}
	out.Raw = log
	return out, nil
}

// FederatedCoordinatorRegistered represents a Registered event raised by the FederatedCoordinator contract.
type FederatedCoordinatorRegistered struct {
	Participant   common.Address
	KeyHash       [32]byte
	Attestation   [32]byte
	AttestedUntil uint64
	Raw           *types.Log // Blockchain specific contextual infos
}

const FederatedCoordinatorRegisteredEventName = "Registered"

// ContractEventName returns the user-defined event name.
func (FederatedCoordinatorRegistered) ContractEventName() string {
	return FederatedCoordinatorRegisteredEventName
}

// UnpackRegisteredEvent is the Go binding that unpacks the event data emitted
// by contract.
//
// Solidity: event Registered(address indexed participant, bytes32 keyHash, bytes32 attestation, uint64 attestedUntil)
func (federatedCoordinator *FederatedCoordinator) UnpackRegisteredEvent(log *types.Log) (*FederatedCoordinatorRegistered, error) {
	event := "Registered"
	if len(log.Topics) == 0 {
		return nil, bind.ErrNoEventSignature
	}
	if log.Topics[0] != federatedCoordinator.abi.Events[event].ID {
		return nil, bind.ErrEventSignatureMismatch
	}
	out := new(FederatedCoordinatorRegistered)
	if len(log.Data) > 0 {
		if err := federatedCoordinator.abi.UnpackIntoInterface(out, event, log.Data); err != nil {
			return nil, err
		}
	}
	var indexed abi.Arguments
	for _, arg := range federatedCoordinator.abi.Events[event].Inputs {
		if arg.Indexed {
			indexed = append(indexed, arg)
		}
	}
	if err := abi.ParseTopics(out, indexed, log.Topics[1:]); err != nil {
		return nil, err
	}
	out.Raw = log
	return out, nil
}

// FederatedCoordinatorRoleAdminChanged represents a RoleAdminChanged event raised by the FederatedCoordinator contract.
type FederatedCoordinatorRoleAdminChanged struct {
	Role              [32]byte
	PreviousAdminRole [32]byte
	NewAdminRole      [32]byte
	Raw               *types.Log // Blockchain specific contextual infos
}

const FederatedCoordinatorRoleAdminChangedEventName = "RoleAdminChanged"

// ContractEventName returns the user-defined event name.
func (FederatedCoordinatorRoleAdminChanged) ContractEventName() string {
	return FederatedCoordinatorRoleAdminChangedEventName
}

// UnpackRoleAdminChangedEvent is the Go binding that unpacks the event data emitted
// by contract.
//
// Solidity: event RoleAdminChanged(bytes32 indexed role, bytes32 indexed previousAdminRole, bytes32 indexed newAdminRole)
func (federatedCoordinator *FederatedCoordinator) UnpackRoleAdminChangedEvent(log *types.Log) (*FederatedCoordinatorRoleAdminChanged, error) {
	event := "RoleAdminChanged"
	if len(log.Topics) == 0 {
		return nil, bind.ErrNoEventSignature
	}
	if log.Topics[0] != federatedCoordinator.abi.Events[event].ID {
		return nil, bind.ErrEventSignatureMismatch
	}
	out := new(FederatedCoordinatorRoleAdminChanged)
	if len(log.Data) > 0 {
		if err := federatedCoordinator.abi.UnpackIntoInterface(out, event, log.Data); err != nil {
			return nil, err
		}
	}
	var indexed abi.Arguments
	for _, arg := range federatedCoordinator.abi.Events[event].Inputs {
		if arg.Indexed {
			indexed = append(indexed, arg)
		}
	}
	if err := abi.ParseTopics(out, indexed, log.Topics[1:]); err != nil {
		return nil, err
	}
	out.Raw = log
	return out, nil
}

// FederatedCoordinatorRoleGranted represents a RoleGranted event raised by the FederatedCoordinator contract.
type FederatedCoordinatorRoleGranted struct {
	Role    [32]byte
	Account common.Address
	Sender  common.Address
	Raw     *types.Log // Blockchain specific contextual infos
}

const FederatedCoordinatorRoleGrantedEventName = "RoleGranted"

// ContractEventName returns the user-defined event name.
func (FederatedCoordinatorRoleGranted) ContractEventName() string {
	return FederatedCoordinatorRoleGrantedEventName
}

// UnpackRoleGrantedEvent is the Go binding that unpacks the event data emitted
// by contract.
//
// Solidity: event RoleGranted(bytes32 indexed role, address indexed account, address indexed sender)
func (federatedCoordinator *FederatedCoordinator) UnpackRoleGrantedEvent(log *types.Log) (*FederatedCoordinatorRoleGranted, error) {
	event := "RoleGranted"
	if len(log.Topics) == 0 {
		return nil, bind.ErrNoEventSignature
	}
	if log.Topics[0] != federatedCoordinator.abi.Events[event].ID {
		return nil, bind.ErrEventSignatureMismatch
	}
	out := new(FederatedCoordinatorRoleGranted)
	if len(log.Data) > 0 {
		if err := federatedCoordinator.abi.UnpackIntoInterface(out, event, log.Data); err != nil {
			return nil, err
		}
	}
	var indexed abi.Arguments
	for _, arg := range federatedCoordinator.abi.Events[event].Inputs {
		if arg.Indexed {
			indexed = append(indexed, arg)
		}
	}
	if err := abi.ParseTopics(out, indexed, log.Topics[1:]); err != nil {
		return nil, err
	}
	out.Raw = log
	return out, nil
}

// FederatedCoordinatorRoleRevoked represents a RoleRevoked event raised by the FederatedCoordinator contract.
type FederatedCoordinatorRoleRevoked struct {
	Role    [32]byte
	Account common.Address
	Sender  common.Address
	Raw     *types.Log // Blockchain specific contextual infos
}

const FederatedCoordinatorRoleRevokedEventName = "RoleRevoked"

// ContractEventName returns the user-defined event name.
func (FederatedCoordinatorRoleRevoked) ContractEventName() string {
	return FederatedCoordinatorRoleRevokedEventName
}

// UnpackRoleRevokedEvent is the Go binding that unpacks the event data emitted
// by contract.
//
// Solidity: event RoleRevoked(bytes32 indexed role, address indexed account, address indexed sender)
func (federatedCoordinator *FederatedCoordinator) UnpackRoleRevokedEvent(log *types.Log) (*FederatedCoordinatorRoleRevoked, error) {
	event := "RoleRevoked"
	if len(log.Topics) == 0 {
		return nil, bind.ErrNoEventSignature
	}
	if log.Topics[0] != federatedCoordinator.abi.Events[event].ID {
		return nil, bind.ErrEventSignatureMismatch
	}
	out := new(FederatedCoordinatorRoleRevoked)
	if len(log.Data) > 0 {
		if err := federatedCoordinator.abi.UnpackIntoInterface(out, event, log.Data); err != nil {
			return nil, err
		}
	}
	var indexed abi.Arguments
	for _, arg := range federatedCoordinator.abi.Events[event].Inputs {
		if arg.Indexed {
			indexed = append(indexed, arg)
		}
	}
	if err := abi.ParseTopics(out, indexed, log.Topics[1:]); err != nil {
		return nil, err
	}
	out.Raw = log
	return out, nil
}

// FederatedCoordinatorRoundAborted represents a RoundAborted event raised by the FederatedCoordinator contract.
type FederatedCoordinatorRoundAborted struct {
	Round uint64
	Raw   *types.Log // Blockchain specific contextual infos
}

const FederatedCoordinatorRoundAbortedEventName = "RoundAborted"

// ContractEventName returns the user-defined event name.
func (FederatedCoordinatorRoundAborted) ContractEventName() string {
	return FederatedCoordinatorRoundAbortedEventName
}

// UnpackRoundAbortedEvent is the Go binding that unpacks the event data emitted
// by contract.
//
// Solidity: event RoundAborted(uint64 indexed round)
func (federatedCoordinator *FederatedCoordinator) UnpackRoundAbortedEvent(log *types.Log) (*FederatedCoordinatorRoundAborted, error) {
	event := "RoundAborted"
	if len(log.Topics) == 0 {
		return nil, bind.ErrNoEventSignature
	}
	if log.Topics[0] != federatedCoordinator.abi.Events[event].ID {
		return nil, bind.ErrEventSignatureMismatch
	}
	out := new(FederatedCoordinatorRoundAborted)
	if len(log.Data) > 0 {
		if err := federatedCoordinator.abi.UnpackIntoInterface(out, event, log.Data); err != nil {
			return nil, err
		}
	}
	var indexed abi.Arguments
	for _, arg := range federatedCoordinator.abi.Events[event].Inputs {
		if arg.Indexed {
			indexed = append(indexed, arg)
		}
	}
	if err := abi.ParseTopics(out, indexed, log.Topics[1:]); err != nil {
		return nil, err
	}
	out.Raw = log
	return out, nil
}

// FederatedCoordinatorRoundClosing represents a RoundClosing event raised by the FederatedCoordinator contract.
type FederatedCoordinatorRoundClosing struct {
	Round       uint64
	NewModel    [32]byte
	CommitsRoot [32]byte
	Included    uint32
	Unproven    uint32
	Raw         *types.Log // Blockchain specific contextual infos
}

const FederatedCoordinatorRoundClosingEventName = "RoundClosing"

// ContractEventName returns the user-defined event name.
func (FederatedCoordinatorRoundClosing) ContractEventName() string {
	return FederatedCoordinatorRoundClosingEventName
}

// UnpackRoundClosingEvent is the Go binding that unpacks the event data emitted
// by contract.
//
// Solidity: event RoundClosing(uint64 indexed round, bytes32 newModel, bytes32 commitsRoot, uint32 included, uint32 unproven)
func (federatedCoordinator *FederatedCoordinator) UnpackRoundClosingEvent(log *types.Log) (*FederatedCoordinatorRoundClosing, error) {
	event := "RoundClosing"
	if len(log.Topics) == 0 {
		return nil, bind.ErrNoEventSignature
	}
	if log.Topics[0] != federatedCoordinator.abi.Events[event].ID {
		return nil, bind.ErrEventSignatureMismatch
	}
	out := new(FederatedCoordinatorRoundClosing)
	if len(log.Data) > 0 {
		if err := federatedCoordinator.abi.UnpackIntoInterface(out, event, log.Data); err != nil {
			return nil, err
		}
	}
	var indexed abi.Arguments
	for _, arg := range federatedCoordinator.abi.Events[event].Inputs {
		if arg.Indexed {
			indexed = append(indexed, arg)
		}
	}
	if err := abi.ParseTopics(out, indexed, log.Topics[1:]); err != nil {
		return nil, err
	}
	out.Raw = log
	return out, nil
}

// FederatedCoordinatorRoundFinal represents a RoundFinal event raised by the FederatedCoordinator contract.
type FederatedCoordinatorRoundFinal struct {
	Round    uint64
	NewModel [32]byte
	Included uint32
	Dropped  uint32
	Raw      *types.Log // Blockchain specific contextual infos
}

const FederatedCoordinatorRoundFinalEventName = "RoundFinal"

// ContractEventName returns the user-defined event name.
func (FederatedCoordinatorRoundFinal) ContractEventName() string {
	return FederatedCoordinatorRoundFinalEventName
}

// UnpackRoundFinalEvent is the Go binding that unpacks the event data emitted
// by contract.
//
// Solidity: event RoundFinal(uint64 indexed round, bytes32 newModel, uint32 included, uint32 dropped)
func (federatedCoordinator *FederatedCoordinator) UnpackRoundFinalEvent(log *types.Log) (*FederatedCoordinatorRoundFinal, error) {
	event := "RoundFinal"
	if len(log.Topics) == 0 {
		return nil, bind.ErrNoEventSignature
	}
	if log.Topics[0] != federatedCoordinator.abi.Events[event].ID {
		return nil, bind.ErrEventSignatureMismatch
	}
	out := new(FederatedCoordinatorRoundFinal)
	if len(log.Data) > 0 {
		if err := federatedCoordinator.abi.UnpackIntoInterface(out, event, log.Data); err != nil {
			return nil, err
		}
	}
	var indexed abi.Arguments
	for _, arg := range federatedCoordinator.abi.Events[event].Inputs {
		if arg.Indexed {
			indexed = append(indexed, arg)
		}
	}
	if err := abi.ParseTopics(out, indexed, log.Topics[1:]); err != nil {
		return nil, err
	}
	out.Raw = log
	return out, nil
}

// FederatedCoordinatorRoundOpened represents a RoundOpened event raised by the FederatedCoordinator contract.
type FederatedCoordinatorRoundOpened struct {
	Round           uint64
	BaseModel       [32]byte
	Deadline        uint64
	MinParticipants uint32
	Raw             *types.Log // Blockchain specific contextual infos
}

const FederatedCoordinatorRoundOpenedEventName = "RoundOpened"

// ContractEventName returns the user-defined event name.
func (FederatedCoordinatorRoundOpened) ContractEventName() string {
	return FederatedCoordinatorRoundOpenedEventName
}

// UnpackRoundOpenedEvent is the Go binding that unpacks the event data emitted
// by contract.
//
// Solidity: event RoundOpened(uint64 indexed round, bytes32 baseModel, uint64 deadline, uint32 minParticipants)
func (federatedCoordinator *FederatedCoordinator) UnpackRoundOpenedEvent(log *types.Log) (*FederatedCoordinatorRoundOpened, error) {
	event := "RoundOpened"
	if len(log.Topics) == 0 {
		return nil, bind.ErrNoEventSignature
	}
	if log.Topics[0] != federatedCoordinator.abi.Events[event].ID {
		return nil, bind.ErrEventSignatureMismatch
	}
	out := new(FederatedCoordinatorRoundOpened)
	if len(log.Data) > 0 {
		if err := federatedCoordinator.abi.UnpackIntoInterface(out, event, log.Data); err != nil {
			return nil, err
		}
	}
	var indexed abi.Arguments
	for _, arg := range federatedCoordinator.abi.Events[event].Inputs {
		if arg.Indexed {
			indexed = append(indexed, arg)
		}
	}
	if err := abi.ParseTopics(out, indexed, log.Topics[1:]); err != nil {
		return nil, err
	}
	out.Raw = log
	return out, nil
}

// FederatedCoordinatorUnpaused represents a Unpaused event raised by the FederatedCoordinator contract.
type FederatedCoordinatorUnpaused struct {
	Account common.Address
	Raw     *types.Log // Blockchain specific contextual infos
}

const FederatedCoordinatorUnpausedEventName = "Unpaused"

// ContractEventName returns the user-defined event name.
func (FederatedCoordinatorUnpaused) ContractEventName() string {
	return FederatedCoordinatorUnpausedEventName
}

// UnpackUnpausedEvent is the Go binding that unpacks the event data emitted
// by contract.
//
// Solidity: event Unpaused(address account)
func (federatedCoordinator *FederatedCoordinator) UnpackUnpausedEvent(log *types.Log) (*FederatedCoordinatorUnpaused, error) {
	event := "Unpaused"
	if len(log.Topics) == 0 {
		return nil, bind.ErrNoEventSignature
	}
	if log.Topics[0] != federatedCoordinator.abi.Events[event].ID {
		return nil, bind.ErrEventSignatureMismatch
	}
	out := new(FederatedCoordinatorUnpaused)
	if len(log.Data) > 0 {
		if err := federatedCoordinator.abi.UnpackIntoInterface(out, event, log.Data); err != nil {
			return nil, err
		}
	}
	var indexed abi.Arguments
	for _, arg := range federatedCoordinator.abi.Events[event].Inputs {
		if arg.Indexed {
			indexed = append(indexed, arg)
		}
	}
	if err := abi.ParseTopics(out, indexed, log.Topics[1:]); err != nil {
		return nil, err
	}
	out.Raw = log
	return out, nil
}

// UnpackError attempts to decode the provided error data using user-defined
// error definitions.
func (federatedCoordinator *FederatedCoordinator) UnpackError(raw []byte) (any, error) {
	if bytes.Equal(raw[:4], federatedCoordinator.abi.Errors["AccessControlBadConfirmation"].ID.Bytes()[:4]) {
		return federatedCoordinator.UnpackAccessControlBadConfirmationError(raw[4:])
	}
	if bytes.Equal(raw[:4], federatedCoordinator.abi.Errors["AccessControlEnforcedDefaultAdminDelay"].ID.Bytes()[:4]) {
		return federatedCoordinator.UnpackAccessControlEnforcedDefaultAdminDelayError(raw[4:])
	}
	if bytes.Equal(raw[:4], federatedCoordinator.abi.Errors["AccessControlEnforcedDefaultAdminRules"].ID.Bytes()[:4]) {
		return federatedCoordinator.UnpackAccessControlEnforcedDefaultAdminRulesError(raw[4:])
	}
	if bytes.Equal(raw[:4], federatedCoordinator.abi.Errors["AccessControlInvalidDefaultAdmin"].ID.Bytes()[:4]) {
		return federatedCoordinator.UnpackAccessControlInvalidDefaultAdminError(raw[4:])
	}
	if bytes.Equal(raw[:4], federatedCoordinator.abi.Errors["AccessControlUnauthorizedAccount"].ID.Bytes()[:4]) {
		return federatedCoordinator.UnpackAccessControlUnauthorizedAccountError(raw[4:])
	}
	if bytes.Equal(raw[:4], federatedCoordinator.abi.Errors["AlreadyCommitted"].ID.Bytes()[:4]) {
		return federatedCoordinator.UnpackAlreadyCommittedError(raw[4:])
	}
	if bytes.Equal(raw[:4], federatedCoordinator.abi.Errors["BadRound"].ID.Bytes()[:4]) {
		return federatedCoordinator.UnpackBadRoundError(raw[4:])
	}
	if bytes.Equal(raw[:4], federatedCoordinator.abi.Errors["DeadlinePassed"].ID.Bytes()[:4]) {
		return federatedCoordinator.UnpackDeadlinePassedError(raw[4:])
	}
	if bytes.Equal(raw[:4], federatedCoordinator.abi.Errors["EnforcedPause"].ID.Bytes()[:4]) {
		return federatedCoordinator.UnpackEnforcedPauseError(raw[4:])
	}
	if bytes.Equal(raw[:4], federatedCoordinator.abi.Errors["ExpectedPause"].ID.Bytes()[:4]) {
		return federatedCoordinator.UnpackExpectedPauseError(raw[4:])
	}
	if bytes.Equal(raw[:4], federatedCoordinator.abi.Errors["InvalidShortString"].ID.Bytes()[:4]) {
		return federatedCoordinator.UnpackInvalidShortStringError(raw[4:])
	}
	if bytes.Equal(raw[:4], federatedCoordinator.abi.Errors["NotActive"].ID.Bytes()[:4]) {
		return federatedCoordinator.UnpackNotActiveError(raw[4:])
	}
	if bytes.Equal(raw[:4], federatedCoordinator.abi.Errors["NotCommitted"].ID.Bytes()[:4]) {
		return federatedCoordinator.UnpackNotCommittedError(raw[4:])
	}
	if bytes.Equal(raw[:4], federatedCoordinator.abi.Errors["SafeCastOverflowedUintDowncast"].ID.Bytes()[:4]) {
		return federatedCoordinator.UnpackSafeCastOverflowedUintDowncastError(raw[4:])
	}
	if bytes.Equal(raw[:4], federatedCoordinator.abi.Errors["StringTooLong"].ID.Bytes()[:4]) {
		return federatedCoordinator.UnpackStringTooLongError(raw[4:])
	}
	if bytes.Equal(raw[:4], federatedCoordinator.abi.Errors["TooEarly"].ID.Bytes()[:4]) {
		return federatedCoordinator.UnpackTooEarlyError(raw[4:])
	}
	if bytes.Equal(raw[:4], federatedCoordinator.abi.Errors["WrongBase"].ID.Bytes()[:4]) {
		return federatedCoordinator.UnpackWrongBaseError(raw[4:])
	}
	if bytes.Equal(raw[:4], federatedCoordinator.abi.Errors["WrongCount"].ID.Bytes()[:4]) {
		return federatedCoordinator.UnpackWrongCountError(raw[4:])
	}
	if bytes.Equal(raw[:4], federatedCoordinator.abi.Errors["WrongStatus"].ID.Bytes()[:4]) {
		return federatedCoordinator.UnpackWrongStatusError(raw[4:])
	}
	return nil, errors.New("Unknown error")
}

// FederatedCoordinatorAccessControlBadConfirmation represents a AccessControlBadConfirmation error raised by the FederatedCoordinator contract.
type FederatedCoordinatorAccessControlBadConfirmation struct {
}

// ErrorID returns the hash of canonical representation of the error's signature.
//
// Solidity: error AccessControlBadConfirmation()
func FederatedCoordinatorAccessControlBadConfirmationErrorID() common.Hash {
	return common.HexToHash("0x6697b23232a647058342c0724fe7c415cab25915b54e5dbc03f233173d37b41c")
}

// UnpackAccessControlBadConfirmationError is the Go binding used to decode the provided
// error data into the corresponding Go error struct.
//
// Solidity: error AccessControlBadConfirmation()
func (federatedCoordinator *FederatedCoordinator) UnpackAccessControlBadConfirmationError(raw []byte) (*FederatedCoordinatorAccessControlBadConfirmation, error) {
	out := new(FederatedCoordinatorAccessControlBadConfirmation)
	if err := federatedCoordinator.abi.UnpackIntoInterface(out, "AccessControlBadConfirmation", raw); err != nil {
		return nil, err
	}
	return out, nil
}

// FederatedCoordinatorAccessControlEnforcedDefaultAdminDelay represents a AccessControlEnforcedDefaultAdminDelay error raised by the FederatedCoordinator contract.
type FederatedCoordinatorAccessControlEnforcedDefaultAdminDelay struct {
	Schedule *big.Int
}

// ErrorID returns the hash of canonical representation of the error's signature.
//
// Solidity: error AccessControlEnforcedDefaultAdminDelay(uint48 schedule)
func FederatedCoordinatorAccessControlEnforcedDefaultAdminDelayErrorID() common.Hash {
	return common.HexToHash("0x19ca5ebb8fb33f00e502c9392eddab1501674629178bf69b853cf037aaf4bb5d")
}

// UnpackAccessControlEnforcedDefaultAdminDelayError is the Go binding used to decode the provided
// error data into the corresponding Go error struct.
//
// Solidity: error AccessControlEnforcedDefaultAdminDelay(uint48 schedule)
func (federatedCoordinator *FederatedCoordinator) UnpackAccessControlEnforcedDefaultAdminDelayError(raw []byte) (*FederatedCoordinatorAccessControlEnforcedDefaultAdminDelay, error) {
	out := new(FederatedCoordinatorAccessControlEnforcedDefaultAdminDelay)
	if err := federatedCoordinator.abi.UnpackIntoInterface(out, "AccessControlEnforcedDefaultAdminDelay", raw); err != nil {
		return nil, err
	}
	return out, nil
}

// FederatedCoordinatorAccessControlEnforcedDefaultAdminRules represents a AccessControlEnforcedDefaultAdminRules error raised by the FederatedCoordinator contract.
type FederatedCoordinatorAccessControlEnforcedDefaultAdminRules struct {
}

// ErrorID returns the hash of canonical representation of the error's signature.
//
// Solidity: error AccessControlEnforcedDefaultAdminRules()
func FederatedCoordinatorAccessControlEnforcedDefaultAdminRulesErrorID() common.Hash {
	return common.HexToHash("0x3fc3c27ae3db78c81b8f6e685172134623efa268ee8cd8d54be38ad2a74fc13b")
}

// UnpackAccessControlEnforcedDefaultAdminRulesError is the Go binding used to decode the provided
// error data into the corresponding Go error struct.
//
// Solidity: error AccessControlEnforcedDefaultAdminRules()
func (federatedCoordinator *FederatedCoordinator) UnpackAccessControlEnforcedDefaultAdminRulesError(raw []byte) (*FederatedCoordinatorAccessControlEnforcedDefaultAdminRules, error) {
	out := new(FederatedCoordinatorAccessControlEnforcedDefaultAdminRules)
	if err := federatedCoordinator.abi.UnpackIntoInterface(out, "AccessControlEnforcedDefaultAdminRules", raw); err != nil {
		return nil, err
	}
	return out, nil
}

// FederatedCoordinatorAccessControlInvalidDefaultAdmin represents a AccessControlInvalidDefaultAdmin error raised by the FederatedCoordinator contract.
type FederatedCoordinatorAccessControlInvalidDefaultAdmin struct {
	DefaultAdmin common.Address
}

// ErrorID returns the hash of canonical representation of the error's signature.
//
// Solidity: error AccessControlInvalidDefaultAdmin(address defaultAdmin)
func FederatedCoordinatorAccessControlInvalidDefaultAdminErrorID() common.Hash {
	return common.HexToHash("0xc22c8022f2a840d6b6a9f113407715f5bbd4e88c1b0dd9434dc00700ba609ed4")
}

// UnpackAccessControlInvalidDefaultAdminError is the Go binding used to decode the provided
// error data into the corresponding Go error struct.
//
// Solidity: error AccessControlInvalidDefaultAdmin(address defaultAdmin)
func (federatedCoordinator *FederatedCoordinator) UnpackAccessControlInvalidDefaultAdminError(raw []byte) (*FederatedCoordinatorAccessControlInvalidDefaultAdmin, error) {
	out := new(FederatedCoordinatorAccessControlInvalidDefaultAdmin)
	if err := federatedCoordinator.abi.UnpackIntoInterface(out, "AccessControlInvalidDefaultAdmin", raw); err != nil {
		return nil, err
	}
	return out, nil
}

// FederatedCoordinatorAccessControlUnauthorizedAccount represents a AccessControlUnauthorizedAccount error raised by the FederatedCoordinator contract.
type FederatedCoordinatorAccessControlUnauthorizedAccount struct {
	Account    common.Address
	NeededRole [32]byte
}

// ErrorID returns the hash of canonical representation of the error's signature.
//
// Solidity: error AccessControlUnauthorizedAccount(address account, bytes32 neededRole)
func FederatedCoordinatorAccessControlUnauthorizedAccountErrorID() common.Hash {
	return common.HexToHash("0xe2517d3fbfae6f8515ef5ff1ccedc3933ab0cbbda0b492c06eb54ad10ef03b3e")
}

// UnpackAccessControlUnauthorizedAccountError is the Go binding used to decode the provided
// error data into the corresponding Go error struct.
//
// Solidity: error AccessControlUnauthorizedAccount(address account, bytes32 neededRole)
func (federatedCoordinator *FederatedCoordinator) UnpackAccessControlUnauthorizedAccountError(raw []byte) (*FederatedCoordinatorAccessControlUnauthorizedAccount, error) {
	out := new(FederatedCoordinatorAccessControlUnauthorizedAccount)
	if err := federatedCoordinator.abi.UnpackIntoInterface(out, "AccessControlUnauthorizedAccount", raw); err != nil {
		return nil, err
	}
	return out, nil
}

// FederatedCoordinatorAlreadyCommitted represents a AlreadyCommitted error raised by the FederatedCoordinator contract.
type FederatedCoordinatorAlreadyCommitted struct {
	Participant common.Address
}

// ErrorID returns the hash of canonical representation of the error's signature.
//
// Solidity: error AlreadyCommitted(address participant)
func FederatedCoordinatorAlreadyCommittedErrorID() common.Hash {
	return common.HexToHash("0x64dbd987f6cb599be46d19d394225756320bb7f85059e84e253b1f93ae527082")
}

// UnpackAlreadyCommittedError is the Go binding used to decode the provided
// error data into the corresponding Go error struct.
//
// Solidity: error AlreadyCommitted(address participant)
func (federatedCoordinator *FederatedCoordinator) UnpackAlreadyCommittedError(raw []byte) (*FederatedCoordinatorAlreadyCommitted, error) {
	out := new(FederatedCoordinatorAlreadyCommitted)
	if err := federatedCoordinator.abi.UnpackIntoInterface(out, "AlreadyCommitted", raw); err != nil {
		return nil, err
	}
	return out, nil
}

// FederatedCoordinatorBadRound represents a BadRound error raised by the FederatedCoordinator contract.
type FederatedCoordinatorBadRound struct {
}

// ErrorID returns the hash of canonical representation of the error's signature.
//
// Solidity: error BadRound()
func FederatedCoordinatorBadRoundErrorID() common.Hash {
	return common.HexToHash("0x74d75a440389fc4dad727e92f1b134e379d7507095b2115e8187be46b5031a1f")
}

// UnpackBadRoundError is the Go binding used to decode the provided
// error data into the corresponding Go error struct.
//
// Solidity: error BadRound()
func (federatedCoordinator *FederatedCoordinator) UnpackBadRoundError(raw []byte) (*FederatedCoordinatorBadRound, error) {
	out := new(FederatedCoordinatorBadRound)
	if err := federatedCoordinator.abi.UnpackIntoInterface(out, "BadRound", raw); err != nil {
		return nil, err
	}
	return out, nil
}

// FederatedCoordinatorDeadlinePassed represents a DeadlinePassed error raised by the FederatedCoordinator contract.
type FederatedCoordinatorDeadlinePassed struct {
	Deadline uint64
}

// ErrorID returns the hash of canonical representation of the error's signature.
//
// Solidity: error DeadlinePassed(uint64 deadline)
func FederatedCoordinatorDeadlinePassedErrorID() common.Hash {
	return common.HexToHash("0x6768091307d5da213ba3ac1392311a935d1607f1020232ee01d118de33b68661")
}

// UnpackDeadlinePassedError is the Go binding used to decode the provided
// error data into the corresponding Go error struct.
//
// Solidity: error DeadlinePassed(uint64 deadline)
func (federatedCoordinator *FederatedCoordinator) UnpackDeadlinePassedError(raw []byte) (*FederatedCoordinatorDeadlinePassed, error) {
	out := new(FederatedCoordinatorDeadlinePassed)
	if err := federatedCoordinator.abi.UnpackIntoInterface(out, "DeadlinePassed", raw); err != nil {
		return nil, err
	}
	return out, nil
}

// FederatedCoordinatorEnforcedPause represents a EnforcedPause error raised by the FederatedCoordinator contract.
type FederatedCoordinatorEnforcedPause struct {
}

// ErrorID returns the hash of canonical representation of the error's signature.
//
// Solidity: error EnforcedPause()
func FederatedCoordinatorEnforcedPauseErrorID() common.Hash {
	return common.HexToHash("0xd93c0665d6c96d04a8f174024fc4ddd66c250604aff22bbec808de86dd3637e3")
}

// UnpackEnforcedPauseError is the Go binding used to decode the provided
// error data into the corresponding Go error struct.
//
// Solidity: error EnforcedPause()
func (federatedCoordinator *FederatedCoordinator) UnpackEnforcedPauseError(raw []byte) (*FederatedCoordinatorEnforcedPause, error) {
	out := new(FederatedCoordinatorEnforcedPause)
	if err := federatedCoordinator.abi.UnpackIntoInterface(out, "EnforcedPause", raw); err != nil {
		return nil, err
	}
	return out, nil
}

// FederatedCoordinatorExpectedPause represents a ExpectedPause error raised by the FederatedCoordinator contract.
type FederatedCoordinatorExpectedPause struct {
}

// ErrorID returns the hash of canonical representation of the error's signature.
//
// Solidity: error ExpectedPause()
func FederatedCoordinatorExpectedPauseErrorID() common.Hash {
	return common.HexToHash("0x8dfc202bcfe9a735b559bee70674422512bc5c30f687046ae8778315fb81da44")
}

// UnpackExpectedPauseError is the Go binding used to decode the provided
// error data into the corresponding Go error struct.
//
// Solidity: error ExpectedPause()
func (federatedCoordinator *FederatedCoordinator) UnpackExpectedPauseError(raw []byte) (*FederatedCoordinatorExpectedPause, error) {
	out := new(FederatedCoordinatorExpectedPause)
	if err := federatedCoordinator.abi.UnpackIntoInterface(out, "ExpectedPause", raw); err != nil {
		return nil, err
	}
	return out, nil
}

// FederatedCoordinatorInvalidShortString represents a InvalidShortString error raised by the FederatedCoordinator contract.
type FederatedCoordinatorInvalidShortString struct {
}

// ErrorID returns the hash of canonical representation of the error's signature.
//
// Solidity: error InvalidShortString()
func FederatedCoordinatorInvalidShortStringErrorID() common.Hash {
	return common.HexToHash("0xb3512b0c6163e5f0bafab72bb631b9d58cd7a731b082f910338aa21c83d5c274")
}

// UnpackInvalidShortStringError is the Go binding used to decode the provided
// error data into the corresponding Go error struct.
//
// Solidity: error InvalidShortString()
func (federatedCoordinator *FederatedCoordinator) UnpackInvalidShortStringError(raw []byte) (*FederatedCoordinatorInvalidShortString, error) {
	out := new(FederatedCoordinatorInvalidShortString)
	if err := federatedCoordinator.abi.UnpackIntoInterface(out, "InvalidShortString", raw); err != nil {
		return nil, err
	}
	return out, nil
}

// FederatedCoordinatorNotActive represents a NotActive error raised by the FederatedCoordinator contract.
type FederatedCoordinatorNotActive struct {
	Participant common.Address
}

// ErrorID returns the hash of canonical representation of the error's signature.
//
// Solidity: error NotActive(address participant)
func FederatedCoordinatorNotActiveErrorID() common.Hash {
	return common.HexToHash("0x4022bc554c72cf2c9ccd5d09c2ade2b82a349ca5f4d7a60324bb8fda79446fb3")
}

// UnpackNotActiveError is the Go binding used to decode the provided
// error data into the corresponding Go error struct.
//
// Solidity: error NotActive(address participant)
func (federatedCoordinator *FederatedCoordinator) UnpackNotActiveError(raw []byte) (*FederatedCoordinatorNotActive, error) {
	out := new(FederatedCoordinatorNotActive)
	if err := federatedCoordinator.abi.UnpackIntoInterface(out, "NotActive", raw); err != nil {
		return nil, err
	}
	return out, nil
}

// FederatedCoordinatorNotCommitted represents a NotCommitted error raised by the FederatedCoordinator contract.
type FederatedCoordinatorNotCommitted struct {
	Participant common.Address
}

// ErrorID returns the hash of canonical representation of the error's signature.
//
// Solidity: error NotCommitted(address participant)
func FederatedCoordinatorNotCommittedErrorID() common.Hash {
	return common.HexToHash("0xee0e2429c471979336bcba033d49942cbe569f41df2474cfafc7ff21b399748a")
}

// UnpackNotCommittedError is the Go binding used to decode the provided
// error data into the corresponding Go error struct.
//
// Solidity: error NotCommitted(address participant)
func (federatedCoordinator *FederatedCoordinator) UnpackNotCommittedError(raw []byte) (*FederatedCoordinatorNotCommitted, error) {
	out := new(FederatedCoordinatorNotCommitted)
	if err := federatedCoordinator.abi.UnpackIntoInterface(out, "NotCommitted", raw); err != nil {
		return nil, err
	}
	return out, nil
}

// FederatedCoordinatorSafeCastOverflowedUintDowncast represents a SafeCastOverflowedUintDowncast error raised by the FederatedCoordinator contract.
type FederatedCoordinatorSafeCastOverflowedUintDowncast struct {
	Bits  uint8
	Value *big.Int
}

// ErrorID returns the hash of canonical representation of the error's signature.
//
// Solidity: error SafeCastOverflowedUintDowncast(uint8 bits, uint256 value)
func FederatedCoordinatorSafeCastOverflowedUintDowncastErrorID() common.Hash {
	return common.HexToHash("0x6dfcc6503a32754ce7a89698e18201fc5294fd4aad43edefee786f88423b1a12")
}

// UnpackSafeCastOverflowedUintDowncastError is the Go binding used to decode the provided
// error data into the corresponding Go error struct.
//
// Solidity: error SafeCastOverflowedUintDowncast(uint8 bits, uint256 value)
func (federatedCoordinator *FederatedCoordinator) UnpackSafeCastOverflowedUintDowncastError(raw []byte) (*FederatedCoordinatorSafeCastOverflowedUintDowncast, error) {
	out := new(FederatedCoordinatorSafeCastOverflowedUintDowncast)
	if err := federatedCoordinator.abi.UnpackIntoInterface(out, "SafeCastOverflowedUintDowncast", raw); err != nil {
		return nil, err
	}
	return out, nil
}

// FederatedCoordinatorStringTooLong represents a StringTooLong error raised by the FederatedCoordinator contract.
type FederatedCoordinatorStringTooLong struct {
	Str string
}

// ErrorID returns the hash of canonical representation of the error's signature.
//
// Solidity: error StringTooLong(string str)
func FederatedCoordinatorStringTooLongErrorID() common.Hash {
	return common.HexToHash("0x305a27a93f8e33b7392df0a0f91d6fc63847395853c45991eec52dbf24d72381")
}

// UnpackStringTooLongError is the Go binding used to decode the provided
// error data into the corresponding Go error struct.
//
// Solidity: error StringTooLong(string str)
func (federatedCoordinator *FederatedCoordinator) UnpackStringTooLongError(raw []byte) (*FederatedCoordinatorStringTooLong, error) {
	out := new(FederatedCoordinatorStringTooLong)
	if err := federatedCoordinator.abi.UnpackIntoInterface(out, "StringTooLong", raw); err != nil {
		return nil, err
	}
	return out, nil
}

// FederatedCoordinatorTooEarly represents a TooEarly error raised by the FederatedCoordinator contract.
type FederatedCoordinatorTooEarly struct {
	OpenAt uint64
}

// ErrorID returns the hash of canonical representation of the error's signature.
//
// Solidity: error TooEarly(uint64 openAt)
func FederatedCoordinatorTooEarlyErrorID() common.Hash {
	return common.HexToHash("0xd606d83fc5c7e56637c0959f5077c3a15f782b710d7eab50461ed55fd6deb6ae")
}

// UnpackTooEarlyError is the Go binding used to decode the provided
// error data into the corresponding Go error struct.
//
// Solidity: error TooEarly(uint64 openAt)
func (federatedCoordinator *FederatedCoordinator) UnpackTooEarlyError(raw []byte) (*FederatedCoordinatorTooEarly, error) {
	out := new(FederatedCoordinatorTooEarly)
	if err := federatedCoordinator.abi.UnpackIntoInterface(out, "TooEarly", raw); err != nil {
		return nil, err
	}
	return out, nil
}

// FederatedCoordinatorWrongBase represents a WrongBase error raised by the FederatedCoordinator contract.
type FederatedCoordinatorWrongBase struct {
	Expected [32]byte
	Got      [32]byte
}

// ErrorID returns the hash of canonical representation of the error's signature.
//
// Solidity: error WrongBase(bytes32 expected, bytes32 got)
func FederatedCoordinatorWrongBaseErrorID() common.Hash {
	return common.HexToHash("0xe64b95b76ccb93d5ef7dc225a7d1c8efd894afc5070d32caa65544541babb6d1")
}

// UnpackWrongBaseError is the Go binding used to decode the provided
// error data into the corresponding Go error struct.
//
// Solidity: error WrongBase(bytes32 expected, bytes32 got)
func (federatedCoordinator *FederatedCoordinator) UnpackWrongBaseError(raw []byte) (*FederatedCoordinatorWrongBase, error) {
	out := new(FederatedCoordinatorWrongBase)
	if err := federatedCoordinator.abi.UnpackIntoInterface(out, "WrongBase", raw); err != nil {
		return nil, err
	}
	return out, nil
}

// FederatedCoordinatorWrongCount represents a WrongCount error raised by the FederatedCoordinator contract.
type FederatedCoordinatorWrongCount struct {
	Included uint32
	Least    uint32
	Most     uint32
}

// ErrorID returns the hash of canonical representation of the error's signature.
//
// Solidity: error WrongCount(uint32 included, uint32 least, uint32 most)
func FederatedCoordinatorWrongCountErrorID() common.Hash {
	return common.HexToHash("0xd6c876db90f28b25fd26880a8a4bcfd20856ac36cc5c3b985193191ea28c15e8")
}

// UnpackWrongCountError is the Go binding used to decode the provided
// error data into the corresponding Go error struct.
//
// Solidity: error WrongCount(uint32 included, uint32 least, uint32 most)
func (federatedCoordinator *FederatedCoordinator) UnpackWrongCountError(raw []byte) (*FederatedCoordinatorWrongCount, error) {
	out := new(FederatedCoordinatorWrongCount)
	if err := federatedCoordinator.abi.UnpackIntoInterface(out, "WrongCount", raw); err != nil {
		return nil, err
	}
	return out, nil
}

// FederatedCoordinatorWrongStatus represents a WrongStatus error raised by the FederatedCoordinator contract.
type FederatedCoordinatorWrongStatus struct {
	Round  uint64
	Status uint8
}

// ErrorID returns the hash of canonical representation of the error's signature.
//
// Solidity: error WrongStatus(uint64 round, uint8 status)
func FederatedCoordinatorWrongStatusErrorID() common.Hash {
	return common.HexToHash("0x8d6df4dbce0e6015787bd5ef9b36047e22ea241c1a5fafd03c53cabeb61449a3")
}

// UnpackWrongStatusError is the Go binding used to decode the provided
// error data into the corresponding Go error struct.
//
// Solidity: error WrongStatus(uint64 round, uint8 status)
func (federatedCoordinator *FederatedCoordinator) UnpackWrongStatusError(raw []byte) (*FederatedCoordinatorWrongStatus, error) {
	out := new(FederatedCoordinatorWrongStatus)
	if err := federatedCoordinator.abi.UnpackIntoInterface(out, "WrongStatus", raw); err != nil {
		return nil, err
	}
	return out, nil
}
