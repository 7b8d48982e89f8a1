// Code generated via abigen V2 - DO NOT EDIT.
// This file is a generated binding and any manual changes will be lost.

package stabilitycertificate

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

// GridOptimizationRewardsLeaf is an auto generated low-level Go binding around an user-defined struct.
type GridOptimizationRewardsLeaf struct {
	Epoch    uint32
	Index    uint32
	Account  common.Address
	Site     uint64
	Start    uint32
	N        uint16
	KWh      uint64
	Method   [32]byte
	WorkHash [32]byte
	Amount   *big.Int
}

// StabilityCertificateClaim is an auto generated low-level Go binding around an user-defined struct.
type StabilityCertificateClaim struct {
	Site     uint64
	Start    uint32
	N        uint16
	KWh      uint64
	Method   [32]byte
	Baseline [32]byte
	Settled  bool
}

// SumTreeNode is an auto generated low-level Go binding around an user-defined struct.
type SumTreeNode struct {
	Hash [32]byte
	Sum  *big.Int
}

// StabilityCertificateMetaData contains all meta data concerning the StabilityCertificate contract.
var StabilityCertificateMetaData = bind.MetaData{
	ABI: "[{\"type\":\"constructor\",\"inputs\":[{\"name\":\"admin\",\"type\":\"address\",\"internalType\":\"address\"},{\"name\":\"adminDelay\",\"type\":\"uint48\",\"internalType\":\"uint48\"},{\"name\":\"spent\",\"type\":\"address\",\"internalType\":\"contractNullifiers\"}],\"stateMutability\":\"nonpayable\"},{\"type\":\"function\",\"name\":\"CLAIM_TYPEHASH\",\"inputs\":[],\"outputs\":[{\"name\":\"\",\"type\":\"bytes32\",\"internalType\":\"bytes32\"}],\"stateMutability\":\"view\"},{\"type\":\"function\",\"name\":\"DEFAULT_ADMIN_ROLE\",\"inputs\":[],\"outputs\":[{\"name\":\"\",\"type\":\"bytes32\",\"internalType\":\"bytes32\"}],\"stateMutability\":\"view\"},{\"type\":\"function\",\"name\":\"PAUSER_ROLE\",\"inputs\":[],\"outputs\":[{\"name\":\"\",\"type\":\"bytes32\",\"internalType\":\"bytes32\"}],\"stateMutability\":\"view\"},{\"type\":\"function\",\"name\":\"REGISTRAR_ROLE\",\"inputs\":[],\"outputs\":[{\"name\":\"\",\"type\":\"bytes32\",\"internalType\":\"bytes32\"}],\"stateMutability\":\"view\"},{\"type\":\"function\",\"name\":\"SOURCE_ROLE\",\"inputs\":[],\"outputs\":[{\"name\":\"\",\"type\":\"bytes32\",\"internalType\":\"bytes32\"}],\"stateMutability\":\"view\"},{\"type\":\"function\",\"name\":\"acceptDefaultAdminTransfer\",\"inputs\":[],\"outputs\":[],\"stateMutability\":\"nonpayable\"},{\"type\":\"function\",\"name\":\"approve\",\"inputs\":[{\"name\":\"to\",\"type\":\"address\",\"internalType\":\"address\"},{\"name\":\"tokenId\",\"type\":\"uint256\",\"internalType\":\"uint256\"}],\"outputs\":[],\"stateMutability\":\"nonpayable\"},{\"type\":\"function\",\"name\":\"balanceOf\",\"inputs\":[{\"name\":\"owner\",\"type\":\"address\",\"internalType\":\"address\"}],\"outputs\":[{\"name\":\"\",\"type\":\"uint256\",\"internalType\":\"uint256\"}],\"stateMutability\":\"view\"},{\"type\":\"function\",\"name\":\"beginDefaultAdminTransfer\",\"inputs\":[{\"name\":\"newAdmin\",\"type\":\"address\",\"internalType\":\"address\"}],\"outputs\":[],\"stateMutability\":\"nonpayable\"},{\"type\":\"function\",\"name\":\"cancelDefaultAdminTransfer\",\"inputs\":[],\"outputs\":[],\"stateMutability\":\"nonpayable\"},{\"type\":\"function\",\"name\":\"certificateOf\",\"inputs\":[{\"name\":\"id\",\"type\":\"uint256\",\"internalType\":\"uint256\"}],\"outputs\":[{\"name\":\"site\",\"type\":\"uint64\",\"internalType\":\"uint64\"},{\"name\":\"start\",\"type\":\"uint32\",\"internalType\":\"uint32\"},{\"name\":\"n\",\"type\":\"uint16\",\"internalType\":\"uint16\"},{\"name\":\"kWh\",\"type\":\"uint64\",\"internalType\":\"uint64\"},{\"name\":\"epoch\",\"type\":\"uint32\",\"internalType\":\"uint32\"},{\"name\":\"state\",\"type\":\"uint8\",\"internalType\":\"enumStabilityCertificate.State\"},{\"name\":\"method\",\"type\":\"bytes32\",\"internalType\":\"bytes32\"},{\"name\":\"baseline\",\"type\":\"bytes32\",\"internalType\":\"bytes32\"},{\"name\":\"evidence\",\"type\":\"bytes32\",\"internalType\":\"bytes32\"}],\"stateMutability\":\"view\"},{\"type\":\"function\",\"name\":\"changeDefaultAdminDelay\",\"inputs\":[{\"name\":\"newDelay\",\"type\":\"uint48\",\"internalType\":\"uint48\"}],\"outputs\":[],\"stateMutability\":\"nonpayable\"},{\"type\":\"function\",\"name\":\"claimDigest\",\"inputs\":[{\"name\":\"claim\",\"type\":\"tuple\",\"internalType\":\"structStabilityCertificate.Claim\",\"components\":[{\"name\":\"site\",\"type\":\"uint64\",\"internalType\":\"uint64\"},{\"name\":\"start\",\"type\":\"uint32\",\"internalType\":\"uint32\"},{\"name\":\"n\",\"type\":\"uint16\",\"internalType\":\"uint16\"},{\"name\":\"kWh\",\"type\":\"uint64\",\"internalType\":\"uint64\"},{\"name\":\"method\",\"type\":\"bytes32\",\"internalType\":\"bytes32\"},{\"name\":\"baseline\",\"type\":\"bytes32\",\"internalType\":\"bytes32\"},{\"name\":\"settled\",\"type\":\"bool\",\"internalType\":\"bool\"}]}],\"outputs\":[{\"name\":\"\",\"type\":\"bytes32\",\"internalType\":\"bytes32\"}],\"stateMutability\":\"view\"},{\"type\":\"function\",\"name\":\"count\",\"inputs\":[],\"outputs\":[{\"name\":\"\",\"type\":\"uint256\",\"internalType\":\"uint256\"}],\"stateMutability\":\"view\"},{\"type\":\"function\",\"name\":\"defaultAdmin\",\"inputs\":[],\"outputs\":[{\"name\":\"\",\"type\":\"address\",\"internalType\":\"address\"}],\"stateMutability\":\"view\"},{\"type\":\"function\",\"name\":\"defaultAdminDelay\",\"inputs\":[],\"outputs\":[{\"name\":\"\",\"type\":\"uint48\",\"internalType\":\"uint48\"}],\"stateMutability\":\"view\"},{\"type\":\"function\",\"name\":\"defaultAdminDelayIncreaseWait\",\"inputs\":[],\"outputs\":[{\"name\":\"\",\"type\":\"uint48\",\"internalType\":\"uint48\"}],\"stateMutability\":\"view\"},{\"type\":\"function\",\"name\":\"eip712Domain\",\"inputs\":[],\"outputs\":[{\"name\":\"fields\",\"type\":\"bytes1\",\"internalType\":\"bytes1\"},{\"name\":\"name\",\"type\":\"string\",\"internalType\":\"string\"},{\"name\":\"version\",\"type\":\"string\",\"internalType\":\"string\"},{\"name\":\"chainId\",\"type\":\"uint256\",\"internalType\":\"uint256\"},{\"name\":\"verifyingContract\",\"type\":\"address\",\"internalType\":\"address\"},{\"name\":\"salt\",\"type\":\"bytes32\",\"internalType\":\"bytes32\"},{\"name\":\"extensions\",\"type\":\"uint256[]\",\"internalType\":\"uint256[]\"}],\"stateMutability\":\"view\"},{\"type\":\"function\",\"name\":\"getApproved\",\"inputs\":[{\"name\":\"tokenId\",\"type\":\"uint256\",\"internalType\":\"uint256\"}],\"outputs\":[{\"name\":\"\",\"type\":\"address\",\"internalType\":\"address\"}],\"stateMutability\":\"view\"},{\"type\":\"function\",\"name\":\"getRoleAdmin\",\"inputs\":[{\"name\":\"role\",\"type\":\"bytes32\",\"internalType\":\"bytes32\"}],\"outputs\":[{\"name\":\"\",\"type\":\"bytes32\",\"internalType\":\"bytes32\"}],\"stateMutability\":\"view\"},{\"type\":\"function\",\"name\":\"grantRole\",\"inputs\":[{\"name\":\"role\",\"type\":\"bytes32\",\"internalType\":\"bytes32\"},{\"name\":\"account\",\"type\":\"address\",\"internalType\":\"address\"}],\"outputs\":[],\"stateMutability\":\"nonpayable\"},{\"type\":\"function\",\"name\":\"hasRole\",\"inputs\":[{\"name\":\"role\",\"type\":\"bytes32\",\"internalType\":\"bytes32\"},{\"name\":\"account\",\"type\":\"address\",\"internalType\":\"address\"}],\"outputs\":[{\"name\":\"\",\"type\":\"bool\",\"internalType\":\"bool\"}],\"stateMutability\":\"view\"},{\"type\":\"function\",\"name\":\"isApprovedForAll\",\"inputs\":[{\"name\":\"owner\",\"type\":\"address\",\"internalType\":\"address\"},{\"name\":\"operator\",\"type\":\"address\",\"internalType\":\"address\"}],\"outputs\":[{\"name\":\"\",\"type\":\"bool\",\"internalType\":\"bool\"}],\"stateMutability\":\"view\"},{\"type\":\"function\",\"name\":\"issue\",\"inputs\":[{\"name\":\"source\",\"type\":\"address\",\"internalType\":\"contractGridOptimizationRewards\"},{\"name\":\"leaf\",\"type\":\"tuple\",\"internalType\":\"structGridOptimizationRewards.Leaf\",\"components\":[{\"name\":\"epoch\",\"type\":\"uint32\",\"internalType\":\"uint32\"},{\"name\":\"index\",\"type\":\"uint32\",\"internalType\":\"uint32\"},{\"name\":\"account\",\"type\":\"address\",\"internalType\":\"address\"},{\"name\":\"site\",\"type\":\"uint64\",\"internalType\":\"uint64\"},{\"name\":\"start\",\"type\":\"uint32\",\"internalType\":\"uint32\"},{\"name\":\"n\",\"type\":\"uint16\",\"internalType\":\"uint16\"},{\"name\":\"kWh\",\"type\":\"uint64\",\"internalType\":\"uint64\"},{\"name\":\"method\",\"type\":\"bytes32\",\"internalType\":\"bytes32\"},{\"name\":\"workHash\",\"type\":\"bytes32\",\"internalType\":\"bytes32\"},{\"name\":\"amount\",\"type\":\"uint128\",\"internalType\":\"uint128\"}]},{\"name\":\"path\",\"type\":\"tuple[]\",\"internalType\":\"structSumTree.Node[]\",\"components\":[{\"name\":\"hash\",\"type\":\"bytes32\",\"internalType\":\"bytes32\"},{\"name\":\"sum\",\"type\":\"uint128\",\"internalType\":\"uint128\"}]},{\"name\":\"claim\",\"type\":\"tuple\",\"internalType\":\"structStabilityCertificate.Claim\",\"components\":[{\"name\":\"site\",\"type\":\"uint64\",\"internalType\":\"uint64\"},{\"name\":\"start\",\"type\":\"uint32\",\"internalType\":\"uint32\"},{\"name\":\"n\",\"type\":\"uint16\",\"internalType\":\"uint16\"},{\"name\":\"kWh\",\"type\":\"uint64\",\"internalType\":\"uint64\"},{\"name\":\"method\",\"type\":\"bytes32\",\"internalType\":\"bytes32\"},{\"name\":\"baseline\",\"type\":\"bytes32\",\"internalType\":\"bytes32\"},{\"name\":\"settled\",\"type\":\"bool\",\"internalType\":\"bool\"}]},{\"name\":\"signature\",\"type\":\"bytes\",\"internalType\":\"bytes\"}],\"outputs\":[{\"name\":\"id\",\"type\":\"uint256\",\"internalType\":\"uint256\"}],\"stateMutability\":\"nonpayable\"},{\"type\":\"function\",\"name\":\"liveKWh\",\"inputs\":[],\"outputs\":[{\"name\":\"\",\"type\":\"uint256\",\"internalType\":\"uint256\"}],\"stateMutability\":\"view\"},{\"type\":\"function\",\"name\":\"meterOf\",\"inputs\":[{\"name\":\"site\",\"type\":\"uint64\",\"internalType\":\"uint64\"}],\"outputs\":[{\"name\":\"\",\"type\":\"address\",\"internalType\":\"address\"}],\"stateMutability\":\"view\"},{\"type\":\"function\",\"name\":\"name\",\"inputs\":[],\"outputs\":[{\"name\":\"\",\"type\":\"string\",\"internalType\":\"string\"}],\"stateMutability\":\"view\"},{\"type\":\"function\",\"name\":\"nameMeter\",\"inputs\":[{\"name\":\"site\",\"type\":\"uint64\",\"internalType\":\"uint64\"},{\"name\":\"meter\",\"type\":\"address\",\"internalType\":\"address\"}],\"outputs\":[],\"stateMutability\":\"nonpayable\"},{\"type\":\"function\",\"name\":\"nullifiers\",\"inputs\":[],\"outputs\":[{\"name\":\"\",\"type\":\"address\",\"internalType\":\"contractNullifiers\"}],\"stateMutability\":\"view\"},{\"type\":\"function\",\"name\":\"owner\",\"inputs\":[],\"outputs\":[{\"name\":\"\",\"type\":\"address\",\"internalType\":\"address\"}],\"stateMutability\":\"view\"},{\"type\":\"function\",\"name\":\"ownerOf\",\"inputs\":[{\"name\":\"tokenId\",\"type\":\"uint256\",\"internalType\":\"uint256\"}],\"outputs\":[{\"name\":\"\",\"type\":\"address\",\"internalType\":\"address\"}],\"stateMutability\":\"view\"},{\"type\":\"function\",\"name\":\"pause\",\"inputs\":[],\"outputs\":[],\"stateMutability\":\"nonpayable\"},{\"type\":\"function\",\"name\":\"paused\",\"inputs\":[],\"outputs\":[{\"name\":\"\",\"type\":\"bool\",\"internalType\":\"bool\"}],\"stateMutability\":\"view\"},{\"type\":\"function\",\"name\":\"pendingDefaultAdmin\",\"inputs\":[],\"outputs\":[{\"name\":\"newAdmin\",\"type\":\"address\",\"internalType\":\"address\"},{\"name\":\"schedule\",\"type\":\"uint48\",\"internalType\":\"uint48\"}],\"stateMutability\":\"view\"},{\"type\":\"function\",\"name\":\"pendingDefaultAdminDelay\",\"inputs\":[],\"outputs\":[{\"name\":\"newDelay\",\"type\":\"uint48\",\"internalType\":\"uint48\"},{\"name\":\"schedule\",\"type\":\"uint48\",\"internalType\":\"uint48\"}],\"stateMutability\":\"view\"},{\"type\":\"function\",\"name\":\"renounceRole\",\"inputs\":[{\"name\":\"role\",\"type\":\"bytes32\",\"internalType\":\"bytes32\"},{\"name\":\"account\",\"type\":\"address\",\"internalType\":\"address\"}],\"outputs\":[],\"stateMutability\":\"nonpayable\"},{\"type\":\"function\",\"name\":\"retire\",\"inputs\":[{\"name\":\"id\",\"type\":\"uint256\",\"internalType\":\"uint256\"},{\"name\":\"beneficiary\",\"type\":\"address\",\"internalType\":\"address\"},{\"name\":\"purpose\",\"type\":\"string\",\"internalType\":\"string\"}],\"outputs\":[],\"stateMutability\":\"nonpayable\"},{\"type\":\"function\",\"name\":\"retiredKWh\",\"inputs\":[],\"outputs\":[{\"name\":\"\",\"type\":\"uint256\",\"internalType\":\"uint256\"}],\"stateMutability\":\"view\"},{\"type\":\"function\",\"name\":\"retirementOf\",\"inputs\":[{\"name\":\"id\",\"type\":\"uint256\",\"internalType\":\"uint256\"}],\"outputs\":[{\"name\":\"by\",\"type\":\"address\",\"internalType\":\"address\"},{\"name\":\"time\",\"type\":\"uint64\",\"internalType\":\"uint64\"},{\"name\":\"beneficiary\",\"type\":\"address\",\"internalType\":\"address\"}],\"stateMutability\":\"view\"},{\"type\":\"function\",\"name\":\"revokeRole\",\"inputs\":[{\"name\":\"role\",\"type\":\"bytes32\",\"internalType\":\"bytes32\"},{\"name\":\"account\",\"type\":\"address\",\"internalType\":\"address\"}],\"outputs\":[],\"stateMutability\":\"nonpayable\"},{\"type\":\"function\",\"name\":\"rollbackDefaultAdminDelay\",\"inputs\":[],\"outputs\":[],\"stateMutability\":\"nonpayable\"},{\"type\":\"function\",\"name\":\"safeTransferFrom\",\"inputs\":[{\"name\":\"from\",\"type\":\"address\",\"internalType\":\"address\"},{\"name\":\"to\",\"type\":\"address\",\"internalType\":\"address\"},{\"name\":\"tokenId\",\"type\":\"uint256\",\"internalType\":\"uint256\"}],\"outputs\":[],\"stateMutability\":\"nonpayable\"},{\"type\":\"function\",\"name\":\"safeTransferFrom\",\"inputs\":[{\"name\":\"from\",\"type\":\"address\",\"internalType\":\"address\"},{\"name\":\"to\",\"type\":\"address\",\"internalType\":\"address\"},{\"name\":\"tokenId\",\"type\":\"uint256\",\"internalType\":\"uint256\"},{\"name\":\"data\",\"type\":\"bytes\",\"internalType\":\"bytes\"}],\"outputs\":[],\"stateMutability\":\"nonpayable\"},{\"type\":\"function\",\"name\":\"setApprovalForAll\",\"inputs\":[{\"name\":\"operator\",\"type\":\"address\",\"internalType\":\"address\"},{\"name\":\"approved\",\"type\":\"bool\",\"internalType\":\"bool\"}],\"outputs\":[],\"stateMutability\":\"nonpayable\"},{\"type\":\"function\",\"name\":\"successorOf\",\"inputs\":[{\"name\":\"id\",\"type\":\"uint256\",\"internalType\":\"uint256\"}],\"outputs\":[{\"name\":\"\",\"type\":\"uint256\",\"internalType\":\"uint256\"}],\"stateMutability\":\"view\"},{\"type\":\"function\",\"name\":\"supersede\",\"inputs\":[{\"name\":\"id\",\"type\":\"uint256\",\"internalType\":\"uint256\"},{\"name\":\"source\",\"type\":\"address\",\"internalType\":\"contractGridOptimizationRewards\"},{\"name\":\"leaf\",\"type\":\"tuple\",\"internalType\":\"structGridOptimizationRewards.Leaf\",\"components\":[{\"name\":\"epoch\",\"type\":\"uint32\",\"internalType\":\"uint32\"},{\"name\":\"index\",\"type\":\"uint32\",\"internalType\":\"uint32\"},{\"name\":\"account\",\"type\":\"address\",\"internalType\":\"address\"},{\"name\":\"site\",\"type\":\"uint64\",\"internalType\":\"uint64\"},{\"name\":\"start\",\"type\":\"uint32\",\"internalType\":\"uint32\"},{\"name\":\"n\",\"type\":\"uint16\",\"internalType\":\"uint16\"},{\"name\":\"kWh\",\"type\":\"uint64\",\"internalType\":\"uint64\"},{\"name\":\"method\",\"type\":\"bytes32\",\"internalType\":\"bytes32\"},{\"name\":\"workHash\",\"type\":\"bytes32\",\"internalType\":\"bytes32\"},{\"name\":\"amount\",\"type\":\"uint128\",\"internalType\":\"uint128\"}]},{\"name\":\"path\",\"type\":\"tuple[]\",\"internalType\":\"structSumTree.Node[]\",\"components\":[{\"name\":\"hash\",\"type\":\"bytes32\",\"internalType\":\"bytes32\"},{\"name\":\"sum\",\"type\":\"uint128\",\"internalType\":\"uint128\"}]},{\"name\":\"claim\",\"type\":\"tuple\",\"internalType\":\"structStabilityCertificate.Claim\",\"components\":[{\"name\":\"site\",\"type\":\"uint64\",\"internalType\":\"uint64\"},{\"name\":\"start\",\"type\":\"uint32\",\"internalType\":\"uint32\"},{\"name\":\"n\",\"type\":\"uint16\",\"internalType\":\"uint16\"},{\"name\":\"kWh\",\"type\":\"uint64\",\"internalType\":\"uint64\"},{\"name\":\"method\",\"type\":\"bytes32\",\"internalType\":\"bytes32\"},{\"name\":\"baseline\",\"type\":\"bytes32\",\"internalType\":\"bytes32\"},{\"name\":\"settled\",\"type\":\"bool\",\"internalType\":\"bool\"}]},{\"name\":\"signature\",\"type\":\"bytes\",\"internalType\":\"bytes\"}],\"outputs\":[{\"name\":\"successor\",\"type\":\"uint256\",\"internalType\":\"uint256\"}],\"stateMutability\":\"nonpayable\"},{\"type\":\"function\",\"name\":\"supportsInterface\",\"inputs\":[{\"name\":\"id\",\"type\":\"bytes4\",\"internalType\":\"bytes4\"}],\"outputs\":[{\"name\":\"\",\"type\":\"bool\",\"internalType\":\"bool\"}],\"stateMutability\":\"view\"},{\"type\":\"function\",\"name\":\"symbol\",\"inputs\":[],\"outputs\":[{\"name\":\"\",\"type\":\"string\",\"internalType\":\"string\"}],\"stateMutability\":\"view\"},{\"type\":\"function\",\"name\":\"tokenURI\",\"inputs\":[{\"name\":\"id\",\"type\":\"uint256\",\"internalType\":\"uint256\"}],\"outputs\":[{\"name\":\"\",\"type\":\"string\",\"internalType\":\"string\"}],\"stateMutability\":\"view\"},{\"type\":\"function\",\"name\":\"transferFrom\",\"inputs\":[{\"name\":\"from\",\"type\":\"address\",\"internalType\":\"address\"},{\"name\":\"to\",\"type\":\"address\",\"internalType\":\"address\"},{\"name\":\"tokenId\",\"type\":\"uint256\",\"internalType\":\"uint256\"}],\"outputs\":[],\"stateMutability\":\"nonpayable\"},{\"type\":\"function\",\"name\":\"unpause\",\"inputs\":[],\"outputs\":[],\"stateMutability\":\"nonpayable\"},{\"type\":\"event\",\"name\":\"Approval\",\"inputs\":[{\"name\":\"owner\",\"type\":\"address\",\"indexed\":true,\"internalType\":\"address\"},{\"name\":\"approved\",\"type\":\"address\",\"indexed\":true,\"internalType\":\"address\"},{\"name\":\"tokenId\",\"type\":\"uint256\",\"indexed\":true,\"internalType\":\"uint256\"}],\"anonymous\":false},{\"type\":\"event\",\"name\":\"ApprovalForAll\",\"inputs\":[{\"name\":\"owner\",\"type\":\"address\",\"indexed\":true,\"internalType\":\"address\"},{\"name\":\"operator\",\"type\":\"address\",\"indexed\":true,\"internalType\":\"address\"},{\"name\":\"approved\",\"type\":\"bool\",\"indexed\":false,\"internalType\":\"bool\"}],\"anonymous\":false},{\"type\":\"event\",\"name\":\"DefaultAdminDelayChangeCanceled\",\"inputs\":[],\"anonymous\":false},{\"type\":\"event\",\"name\":\"DefaultAdminDelayChangeScheduled\",\"inputs\":[{\"name\":\"newDelay\",\"type\":\"uint48\",\"indexed\":false,\"internalType\":\"uint48\"},{\"name\":\"effectSchedule\",\"type\":\"uint48\",\"indexed\":false,\"internalType\":\"uint48\"}],\"anonymous\":false},{\"type\":\"event\",\"name\":\"DefaultAdminTransferCanceled\",\"inputs\":[],\"anonymous\":false},{\"type\":\"event\",\"name\":\"DefaultAdminTransferScheduled\",\"inputs\":[{\"name\":\"newAdmin\",\"type\":\"address\",\"indexed\":true,\"internalType\":\"address\"},{\"name\":\"acceptSchedule\",\"type\":\"uint48\",\"indexed\":false,\"internalType\":\"uint48\"}],\"anonymous\":false},{\"type\":\"event\",\"name\":\"EIP712DomainChanged\",\"inputs\":[],\"anonymous\":false},{\"type\":\"event\",\"name\":\"Issued\",\"inputs\":[{\"name\":\"id\",\"type\":\"uint256\",\"indexed\":true,\"internalType\":\"uint256\"},{\"name\":\"site\",\"type\":\"uint64\",\"indexed\":true,\"internalType\":\"uint64\"},{\"name\":\"account\",\"type\":\"address\",\"indexed\":true,\"internalType\":\"address\"},{\"name\":\"kWh\",\"type\":\"uint64\",\"indexed\":false,\"internalType\":\"uint64\"},{\"name\":\"settled\",\"type\":\"bool\",\"indexed\":false,\"internalType\":\"bool\"}],\"anonymous\":false},{\"type\":\"event\",\"name\":\"MeterNamed\",\"inputs\":[{\"name\":\"site\",\"type\":\"uint64\",\"indexed\":true,\"internalType\":\"uint64\"},{\"name\":\"meter\",\"type\":\"address\",\"indexed\":true,\"internalType\":\"address\"}],\"anonymous\":false},{\"type\":\"event\",\"name\":\"Paused\",\"inputs\":[{\"name\":\"account\",\"type\":\"address\",\"indexed\":false,\"internalType\":\"address\"}],\"anonymous\":false},{\"type\":\"event\",\"name\":\"Retired\",\"inputs\":[{\"name\":\"id\",\"type\":\"uint256\",\"indexed\":true,\"internalType\":\"uint256\"},{\"name\":\"by\",\"type\":\"address\",\"indexed\":true,\"internalType\":\"address\"},{\"name\":\"beneficiary\",\"type\":\"address\",\"indexed\":true,\"internalType\":\"address\"},{\"name\":\"kWh\",\"type\":\"uint64\",\"indexed\":false,\"internalType\":\"uint64\"},{\"name\":\"purpose\",\"type\":\"string\",\"indexed\":false,\"internalType\":\"string\"}],\"anonymous\":false},{\"type\":\"event\",\"name\":\"RoleAdminChanged\",\"inputs\":[{\"name\":\"role\",\"type\":\"bytes32\",\"indexed\":true,\"internalType\":\"bytes32\"},{\"name\":\"previousAdminRole\",\"type\":\"bytes32\",\"indexed\":true,\"internalType\":\"bytes32\"},{\"name\":\"newAdminRole\",\"type\":\"bytes32\",\"indexed\":true,\"internalType\":\"bytes32\"}],\"anonymous\":false},{\"type\":\"event\",\"name\":\"RoleGranted\",\"inputs\":[{\"name\":\"role\",\"type\":\"bytes32\",\"indexed\":true,\"internalType\":\"bytes32\"},{\"name\":\"account\",\"type\":\"address\",\"indexed\":true,\"internalType\":\"address\"},{\"name\":\"sender\",\"type\":\"address\",\"indexed\":true,\"internalType\":\"address\"}],\"anonymous\":false},{\"type\":\"event\",\"name\":\"RoleRevoked\",\"inputs\":[{\"name\":\"role\",\"type\":\"bytes32\",\"indexed\":true,\"internalType\":\"bytes32\"},{\"name\":\"account\",\"type\":\"address\",\"indexed\":true,\"internalType\":\"address\"},{\"name\":\"sender\",\"type\":\"address\",\"indexed\":true,\"internalType\":\"address\"}],\"anonymous\":false},{\"type\":\"event\",\"name\":\"SupersededBy\",\"inputs\":[{\"name\":\"id\",\"type\":\"uint256\",\"indexed\":true,\"internalType\":\"uint256\"},{\"name\":\"successor\",\"type\":\"uint256\",\"indexed\":true,\"internalType\":\"uint256\"},{\"name\":\"kWh\",\"type\":\"uint64\",\"indexed\":false,\"internalType\":\"uint64\"}],\"anonymous\":false},{\"type\":\"event\",\"name\":\"Transfer\",\"inputs\":[{\"name\":\"from\",\"type\":\"address\",\"indexed\":true,\"internalType\":\"address\"},{\"name\":\"to\",\"type\":\"address\",\"indexed\":true,\"internalType\":\"address\"},{\"name\":\"tokenId\",\"type\":\"uint256\",\"indexed\":true,\"internalType\":\"uint256\"}],\"anonymous\":false},{\"type\":\"event\",\"name\":\"Unpaused\",\"inputs\":[{\"name\":\"account\",\"type\":\"address\",\"indexed\":false,\"internalType\":\"address\"}],\"anonymous\":false},{\"type\":\"error\",\"name\":\"AccessControlBadConfirmation\",\"inputs\":[]},{\"type\":\"error\",\"name\":\"AccessControlEnforcedDefaultAdminDelay\",\"inputs\":[{\"name\":\"schedule\",\"type\":\"uint48\",\"internalType\":\"uint48\"}]},{\"type\":\"error\",\"name\":\"AccessControlEnforcedDefaultAdminRules\",\"inputs\":[]},{\"type\":\"error\",\"name\":\"AccessControlInvalidDefaultAdmin\",\"inputs\":[{\"name\":\"defaultAdmin\",\"type\":\"address\",\"internalType\":\"address\"}]},{\"type\":\"error\",\"name\":\"AccessControlUnauthorizedAccount\",\"inputs\":[{\"name\":\"account\",\"type\":\"address\",\"internalType\":\"address\"},{\"name\":\"neededRole\",\"type\":\"bytes32\",\"internalType\":\"bytes32\"}]},{\"type\":\"error\",\"name\":\"ERC721IncorrectOwner\",\"inputs\":[{\"name\":\"sender\",\"type\":\"address\",\"internalType\":\"address\"},{\"name\":\"tokenId\",\"type\":\"uint256\",\"internalType\":\"uint256\"},{\"name\":\"owner\",\"type\":\"address\",\"internalType\":\"address\"}]},{\"type\":\"error\",\"name\":\"ERC721InsufficientApproval\",\"inputs\":[{\"name\":\"operator\",\"type\":\"address\",\"internalType\":\"address\"},{\"name\":\"tokenId\",\"type\":\"uint256\",\"internalType\":\"uint256\"}]},{\"type\":\"error\",\"name\":\"ERC721InvalidApprover\",\"inputs\":[{\"name\":\"approver\",\"type\":\"address\",\"internalType\":\"address\"}]},{\"type\":\"error\",\"name\":\"ERC721InvalidOperator\",\"inputs\":[{\"name\":\"operator\",\"type\":\"address\",\"internalType\":\"address\"}]},{\"type\":\"error\",\"name\":\"ERC721InvalidOwner\",\"inputs\":[{\"name\":\"owner\",\"type\":\"address\",\"internalType\":\"address\"}]},{\"type\":\"error\",\"name\":\"ERC721InvalidReceiver\",\"inputs\":[{\"name\":\"receiver\",\"type\":\"address\",\"internalType\":\"address\"}]},{\"type\":\"error\",\"name\":\"ERC721InvalidSender\",\"inputs\":[{\"name\":\"sender\",\"type\":\"address\",\"internalType\":\"address\"}]},{\"type\":\"error\",\"name\":\"ERC721NonexistentToken\",\"inputs\":[{\"name\":\"tokenId\",\"type\":\"uint256\",\"internalType\":\"uint256\"}]},{\"type\":\"error\",\"name\":\"EnforcedPause\",\"inputs\":[]},{\"type\":\"error\",\"name\":\"ExpectedPause\",\"inputs\":[]},{\"type\":\"error\",\"name\":\"InvalidShortString\",\"inputs\":[]},{\"type\":\"error\",\"name\":\"NoEnergy\",\"inputs\":[]},{\"type\":\"error\",\"name\":\"NotASource\",\"inputs\":[{\"name\":\"source\",\"type\":\"address\",\"internalType\":\"address\"}]},{\"type\":\"error\",\"name\":\"NotCited\",\"inputs\":[{\"name\":\"epoch\",\"type\":\"uint32\",\"internalType\":\"uint32\"},{\"name\":\"index\",\"type\":\"uint32\",\"internalType\":\"uint32\"}]},{\"type\":\"error\",\"name\":\"NotTheHolder\",\"inputs\":[{\"name\":\"account\",\"type\":\"address\",\"internalType\":\"address\"}]},{\"type\":\"error\",\"name\":\"OtherClaim\",\"inputs\":[{\"name\":\"site\",\"type\":\"uint64\",\"internalType\":\"uint64\"},{\"name\":\"start\",\"type\":\"uint32\",\"internalType\":\"uint32\"},{\"name\":\"n\",\"type\":\"uint16\",\"internalType\":\"uint16\"}]},{\"type\":\"error\",\"name\":\"SafeCastOverflowedUintDowncast\",\"inputs\":[{\"name\":\"bits\",\"type\":\"uint8\",\"internalType\":\"uint8\"},{\"name\":\"value\",\"type\":\"uint256\",\"internalType\":\"uint256\"}]},{\"type\":\"error\",\"name\":\"StringTooLong\",\"inputs\":[{\"name\":\"str\",\"type\":\"string\",\"internalType\":\"string\"}]},{\"type\":\"error\",\"name\":\"WrongMeter\",\"inputs\":[{\"name\":\"site\",\"type\":\"uint64\",\"internalType\":\"uint64\"}]},{\"type\":\"error\",\"name\":\"WrongState\",\"inputs\":[{\"name\":\"id\",\"type\":\"uint256\",\"internalType\":\"uint256\"},{\"name\":\"state\",\"type\":\"uint8\",\"internalType\":\"enumStabilityCertificate.State\"}]}]",
	ID:  "StabilityCertificate",
	Bin: "0x610180604052348015610010575f5ffd5b5060405161436038038061436083398101604081905261002f91610382565b81836040518060400160405280601d81526020017f506f55572d44454d2053746162696c6974794365727469666963617465000000815250604051806040016040528060018152602001603160f81b8152506040518060400160405280601e81526020017f506f55572d44454d2053746162696c697479204365727469666963617465000081525060405180604001604052806006815260200165535441424c4560d01b815250815f90816100e49190610479565b5060016100f18282610479565b5050506101038261021460201b60201c565b6101205261011081610214565b61014052815160208084019190912060e052815190820120610100524660a05261019c60e05161010051604080517f8b73c3c69bb8fe3d512ecc4cf759cc79239f7b179b0ffacaa9a75d522b39400f60208201529081019290925260608201524660808201523060a08201525f9060c00160405160208183030381529060405280519060200120905090565b60805250503060c0526001600160a01b0381166101d357604051636116401160e11b81525f60048201526024015b60405180910390fd5b600980546001600160d01b0316600160d01b65ffffffffffff8516021790556101fc5f82610251565b5050506001600160a01b0316610160525061058f9050565b5f5f829050601f8151111561023e578260405163305a27a960e01b81526004016101ca9190610537565b80516102498261056c565b179392505050565b5f826102ad575f61026a600a546001600160a01b031690565b6001600160a01b03161461029157604051631fe1e13d60e11b815260040160405180910390fd5b600a80546001600160a01b0319166001600160a01b0384161790555b6102b783836102c0565b90505b92915050565b5f8281526008602090815260408083206001600160a01b038516845290915281205460ff16610364575f8381526008602090815260408083206001600160a01b03861684529091529020805460ff1916600117905561031c3390565b6001600160a01b0316826001600160a01b0316847f2f8788117e7eff1d82e926ec794901d17c78024a50270940304540a733656f0d60405160405180910390a45060016102ba565b505f6102ba565b6001600160a01b038116811461037f575f5ffd5b50565b5f5f5f60608486031215610394575f5ffd5b835161039f8161036b565b602085015190935065ffffffffffff811681146103ba575f5ffd5b60408501519092506103cb8161036b565b809150509250925092565b634e487b7160e01b5f52604160045260245ffd5b600181811c908216806103fe57607f821691505b60208210810361041c57634e487b7160e01b5f52602260045260245ffd5b50919050565b601f821115610474578282111561047457805f5260205f20601f840160051c602085101561044d57505f5b90810190601f840160051c035f5b81811015610470575f8382015560010161045b565b5050505b505050565b81516001600160401b03811115610492576104926103d6565b6104a6816104a084546103ea565b84610422565b6020601f8211600181146104d8575f83156104c15750848201515b5f19600385901b1c1916600184901b178455610530565b5f84815260208120601f198516915b8281101561050757878501518255602094850194600190920191016104e7565b508482101561052457868401515f19600387901b60f8161c191681555b505060018360011b0184555b5050505050565b602081525f82518060208401528060208501604085015e5f604082850101526040601f19601f83011684010191505092915050565b8051602080830151919081101561041c575f1960209190910360031b1b16919050565b60805160a05160c05160e05161010051610120516101405161016051613d6f6105f15f395f81816104c4015261096b01525f61208401525f61205901525f612b7b01525f612b5301525f612aae01525f612ad801525f612b020152613d6f5ff3fe608060405234801561000f575f5ffd5b50600436106102e5575f3560e01c80638456cb5911610195578063b88d4fde116100e4578063d602b9fd1161009e578063ea05320c11610079578063ea05320c14610731578063f68e955314610759578063f7e36c9c14610780578063f8cc41b014610789575f5ffd5b8063d602b9fd146106ef578063e63ab1e9146106f7578063e985e9c51461071e575f5ffd5b8063b88d4fde14610678578063c87b56dd1461068b578063cc8463c81461069e578063cefc1429146106a6578063cf6eefb7146106ae578063d547741f146106dc575f5ffd5b80638da5cb5b1161014f578063a00045991161012a578063a000459914610624578063a1eda53c14610637578063a217fddf1461065e578063a22cb46514610665575f5ffd5b80638da5cb5b1461060157806391d148541461060957806395d89b411461061c575f5ffd5b80638456cb591461058857806384b0196e1461059057806384ef8ffc146105ab5780638571428c146105bc57806386dff4c6146105db5780638d9bb7e1146105ee575f5ffd5b80632f2ff15d116102515780634ff157e91161020b5780636352211e116101e65780636352211e14610528578063649a5ec71461053b5780636b0509b11461054e57806370a0823114610575575f5ffd5b80634ff157e9146105015780635c975abb1461050a578063634e93da14610515575f5ffd5b80632f2ff15d14610472578063358684a61461048557806336568abe146104ac57806339b51ea5146104bf5780633f4ba83a146104e657806342842e0e146104ee575f5ffd5b80630aa6220b116102a25780630aa6220b146103995780630c925bb6146103a15780631b451c36146103b457806323b872dd1461042a578063248a9ca31461043d5780632858efc11461045f575f5ffd5b806301ffc9a7146102e9578063022d63fb1461031157806306661abd1461032d57806306fdde0314610344578063081812fc14610359578063095ea7b314610384575b5f5ffd5b6102fc6102f7366004613191565b61081a565b60405190151581526020015b60405180910390f35b620697805b60405165ffffffffffff9091168152602001610308565b610336600c5481565b604051908152602001610308565b61034c61082a565b60405161030891906131da565b61036c6103673660046131ec565b6108b9565b6040516001600160a01b039091168152602001610308565b610397610392366004613227565b6108e0565b005b6103976108ef565b6103366103af3660046132fc565b610904565b6103f86103c23660046131ec565b60116020525f9081526040902080546001909101546001600160a01b0380831692600160a01b90046001600160401b0316911683565b604080516001600160a01b0394851681526001600160401b039093166020840152921691810191909152606001610308565b6103976104383660046133a3565b610a33565b61033661044b3660046131ec565b5f9081526008602052604090206001015490565b61033661046d3660046133e1565b610ac1565b610397610480366004613491565b610d97565b6103367fb11e5f6733860f3dce871aba67abde620bd488878b872667c4705569a7ca9c8881565b6103976104ba366004613491565b610dbf565b61036c7f000000000000000000000000000000000000000000000000000000000000000081565b610397610e65565b6103976104fc3660046133a3565b610e77565b610336600d5481565b600b5460ff166102fc565b6103976105233660046134bf565b610e96565b61036c6105363660046131ec565b610ea9565b6103976105493660046134da565b610eb3565b6103367fa35b0b1cb8ca9950de1b9cda99dfdcab0bc55797c909c194d4c0e32a6a41317181565b6103366105833660046134bf565b610ec6565b610397610f0b565b610598610f3d565b60405161030897969594939291906134ff565b600a546001600160a01b031661036c565b6103366105ca3660046131ec565b60126020525f908152604090205481565b6103366105e9366004613595565b610f7f565b6103976105fc3660046135c5565b61106c565b61036c6110f7565b6102fc610617366004613491565b61110f565b61034c611139565b6103976106323660046135ef565b611148565b61063f61131a565b6040805165ffffffffffff938416815292909116602083015201610308565b6103365f81565b610397610673366004613653565b61136c565b610397610686366004613693565b611377565b61034c6106993660046131ec565b61138f565b610316611664565b6103976116c2565b6106b6611701565b604080516001600160a01b03909316835265ffffffffffff909116602083015201610308565b6103976106ea366004613491565b611722565b61039761174a565b6103367f65d7a28e3265b37a6474929f336521b332c1681b933f6cb9f3376673440d862a81565b6102fc61072c366004613771565b61175c565b61036c61073f36600461378d565b600f6020525f90815260409020546001600160a01b031681565b6103367fedcc084d3dcd65a1f7f23c65c46722faca6953d28e43150a467cf43e5c30923881565b610336600e5481565b6108056107973660046131ec565b60106020525f908152604090208054600182015460028301546003909301546001600160401b0380841694600160401b850463ffffffff90811695600160601b810461ffff1695600160701b820490941694600160b01b820490921693600160d01b90910460ff1692909189565b604051610308999897969594939291906137da565b5f61082482611789565b92915050565b60605f805461083890613840565b80601f016020809104026020016040519081016040528092919081815260200182805461086490613840565b80156108af5780601f10610886576101008083540402835291602001916108af565b820191905f5260205f20905b81548152906001019060200180831161089257829003601f168201915b5050505050905090565b5f6108c3826117ad565b505f828152600460205260409020546001600160a01b0316610824565b6108eb8282336117e5565b5050565b5f6108f9816117f2565b6109016117fc565b50565b5f61090d611808565b61091c8888888888888861182c565b61092c608085016060860161378d565b6001600160401b03165f0361095457604051631ede30e160e21b815260040160405180910390fd5b61095f888886611af6565b90506001600160a01b037f000000000000000000000000000000000000000000000000000000000000000016638aeea89061099d602087018761378d565b6109ad6040880160208901613885565b6109bd6060890160408a016138af565b6040516001600160e01b031960e086901b1681526001600160401b03909316600484015263ffffffff91909116602483015261ffff1660448201526064015f604051808303815f87803b158015610a12575f5ffd5b505af1158015610a24573d5f5f3e3d5ffd5b50505050979650505050505050565b6001600160a01b038216610a6157604051633250574960e11b81525f60048201526024015b60405180910390fd5b5f610a6d838333611dae565b9050836001600160a01b0316816001600160a01b031614610abb576040516364283d7b60e01b81526001600160a01b0380861660048301526024820184905282166044820152606401610a58565b50505050565b5f88815260106020526040812060018154600160d01b900460ff166004811115610aed57610aed6137a6565b14610b1b57805460405163800b061560e01b8152610a58918c91600160d01b90910460ff16906004016138c8565b610b2b60e0860160c087016138dc565b1580610b56575080546001600160401b0316610b4a602087018761378d565b6001600160401b031614155b80610b8457508054600160401b900463ffffffff16610b7b6040870160208801613885565b63ffffffff1614155b80610bae57508054600160601b900461ffff16610ba760608701604088016138af565b61ffff1614155b80610bd957508054600160b01b900463ffffffff16610bd060208a018a613885565b63ffffffff1611155b15610c4657610beb602086018661378d565b610bfb6040870160208801613885565b610c0b60608801604089016138af565b604051632c8ca74f60e01b81526001600160401b03909316600484015263ffffffff909116602483015261ffff166044820152606401610a58565b610c4f8a610ea9565b6001600160a01b0316610c6860608a0160408b016134bf565b6001600160a01b031614610cab57610c866060890160408a016134bf565b604051630566df5560e01b81526001600160a01b039091166004820152602401610a58565b610cba8989898989898961182c565b805460ff60d01b1916600160d21b17808255600d8054600160701b9092046001600160401b0316915f90610cef90849061390b565b90915550610cfe90508a611e53565b5f610d0f608087016060880161378d565b6001600160401b03161115610d2c57610d29898987611af6565b91505b5f8a8152601260205260409020829055818a7f3b8c1a49bc59d8ad4fd7bcf642a894077f73dac26c620e3c083138c02f2b89aa610d6f6080890160608a0161378d565b6040516001600160401b03909116815260200160405180910390a35098975050505050505050565b81610db557604051631fe1e13d60e11b815260040160405180910390fd5b6108eb8282611e8b565b81158015610dda5750600a546001600160a01b038281169116145b15610e5b575f5f610de9611701565b90925090506001600160a01b038216151580610e0b575065ffffffffffff8116155b80610e1e57504265ffffffffffff821610155b15610e46576040516319ca5ebb60e01b815265ffffffffffff82166004820152602401610a58565b50506009805465ffffffffffff60a01b191690555b6108eb8282611eaf565b5f610e6f816117f2565b610901611ee2565b610e9183838360405180602001604052805f815250611377565b505050565b5f610ea0816117f2565b6108eb82611f34565b5f610824826117ad565b5f610ebd816117f2565b6108eb82611fa6565b5f6001600160a01b038216610ef0576040516322718ad960e21b81525f6004820152602401610a58565b506001600160a01b03165f9081526003602052604090205490565b7f65d7a28e3265b37a6474929f336521b332c1681b933f6cb9f3376673440d862a610f35816117f2565b610901612015565b5f6060805f5f5f6060610f4e612052565b610f5661207d565b604080515f80825260208201909252600f60f81b9b939a50919850469750309650945092509050565b5f6108247fa35b0b1cb8ca9950de1b9cda99dfdcab0bc55797c909c194d4c0e32a6a413171610fb1602085018561378d565b610fc16040860160208701613885565b610fd160608701604088016138af565b610fe1608088016060890161378d565b608088013560a0890135610ffb60e08b0160c08c016138dc565b6040805160208101999099526001600160401b039788169089015263ffffffff909516606088015261ffff9093166080870152931660a085015260c084019290925260e0830191909152151561010082015261012001604051602081830303815290604052805190602001206120a8565b7fedcc084d3dcd65a1f7f23c65c46722faca6953d28e43150a467cf43e5c309238611096816117f2565b6001600160401b0383165f818152600f602052604080822080546001600160a01b0319166001600160a01b03871690811790915590519092917ff4b9991723d131ed43059994b70b4039b6f813b7e04ae5df75a845e89bc7dffc91a3505050565b5f61110a600a546001600160a01b031690565b905090565b5f9182526008602090815260408084206001600160a01b0393909316845291905290205460ff1690565b60606001805461083890613840565b5f84815260106020526040902060028154600160d01b900460ff166004811115611174576111746137a6565b146111a257805460405163800b061560e01b8152610a58918791600160d01b90910460ff16906004016138c8565b5f6111ac86610ea9565b90506111b98133886120d4565b8154600390839060ff60d01b1916600160d01b830217905550604080516060810182526001600160a01b0380841682526001600160401b0342811660208085019182528a84168587019081525f8d815260119092529581209451855492518416600160a01b026001600160e01b031990931690851617919091178455935160019093018054939092166001600160a01b0319939093169290921790558354600d8054600160701b909204909216929061127390849061390b565b90915550508154600e8054600160701b9092046001600160401b0316915f9061129d90849061391e565b909155506112ac905086611e53565b846001600160a01b0316816001600160a01b0316877f3d022c3d74bcac16482c48a268db13d963b13f672c47df5bcc239ab12cf39556855f01600e9054906101000a90046001600160401b0316888860405161130a93929190613931565b60405180910390a4505050505050565b600a545f90600160d01b900465ffffffffffff16801515801561134557504265ffffffffffff821610155b611350575f5f611364565b600a54600160a01b900465ffffffffffff16815b915091509091565b6108eb338383612138565b611382848484610a33565b610abb33858585856121ff565b606061139a826117ad565b505f82815260106020908152604080832081516101208101835281546001600160401b03808216835263ffffffff600160401b830481169684019690965261ffff600160601b83041694830194909452600160701b81049093166060820152600160b01b830490931660808401529060a083019060ff600160d01b90910416600481111561142a5761142a6137a6565b600481111561143b5761143b6137a6565b8152602001600182015481526020016002820154815260200160038201548152505090505f61146984612327565b6114b5604051806040016040528060048152602001637369746560e01b815250845f01516001600160401b0316604051806040016040528060018152602001600b60fa1b8152506123b6565b6115096040518060400160405280600e81526020016d1cdd185c9d17da5b9d195c9d985b60921b815250856020015163ffffffff16604051806040016040528060018152602001600b60fa1b8152506123b6565b61155660405180604001604052806009815260200168696e74657276616c7360b81b815250866040015161ffff16604051806040016040528060018152602001600b60fa1b8152506123b6565b6115a2604051806040016040528060038152602001620d6eed60eb1b81525087606001516001600160401b0316604051806040016040528060018152602001600b60fa1b8152506123b6565b6040805180820190915260078152661cd95d1d1b195960ca1b602082015261160d9060028960a0015160048111156115dc576115dc6137a6565b146115e7575f6115ea565b60015b60ff16604051806040016040528060028152602001615d7d60f01b8152506123b6565b60405160200161162296959493929190613986565b604051602081830303815290604052905061163c816123ed565b60405160200161164c9190613a5d565b60405160208183030381529060405292505050919050565b600a545f90600160d01b900465ffffffffffff16801515801561168e57504265ffffffffffff8216105b6116a957600954600160d01b900465ffffffffffff166116bc565b600a54600160a01b900465ffffffffffff165b91505090565b5f6116cb611701565b509050336001600160a01b038216146116f957604051636116401160e11b8152336004820152602401610a58565b6109016123f9565b6009546001600160a01b03811691600160a01b90910465ffffffffffff1690565b8161174057604051631fe1e13d60e11b815260040160405180910390fd5b6108eb828261248f565b5f611754816117f2565b6109016124b3565b6001600160a01b039182165f90815260056020908152604080832093909416825291909152205460ff1690565b5f6001600160e01b031982166318a4c3c360e11b14806108245750610824826124bd565b5f818152600260205260408120546001600160a01b03168061082457604051637e27328960e01b815260048101849052602401610a58565b610e9183838360016124e1565b61090181336125e5565b6118065f5f61261e565b565b600b5460ff16156118065760405163d93c066560e01b815260040160405180910390fd5b6118567fb11e5f6733860f3dce871aba67abde620bd488878b872667c4705569a7ca9c888861110f565b61187e5760405163a324426f60e01b81526001600160a01b0388166004820152602401610a58565b5f61188884610f7f565b9050808761010001351415806118cb57506118a6602085018561378d565b6001600160401b03166118bf6080890160608a0161378d565b6001600160401b031614155b8061190057506118e16040850160208601613885565b63ffffffff166118f760a0890160808a01613885565b63ffffffff1614155b80611931575061191660608501604086016138af565b61ffff1661192a60c0890160a08a016138af565b61ffff1614155b8061196c5750611947608085016060860161378d565b6001600160401b031661196060e0890160c08a0161378d565b6001600160401b031614155b8061197f575083608001358760e0013514155b156119b157611991602085018561378d565b6119a16040860160208701613885565b610c0b60608701604088016138af565b5f600f816119c2602088018861378d565b6001600160401b0316815260208101919091526040015f20546001600160a01b031690508015806119fc57506119fa818386866126dd565b155b15611a3257611a0e602086018661378d565b60405162cdac6360e11b81526001600160401b039091166004820152602401610a58565b604051632095eab360e01b81526001600160a01b038a1690632095eab390611a62908b908b908b90600401613b83565b602060405180830381865afa158015611a7d573d5f5f3e3d5ffd5b505050506040513d601f19601f82011682018060405250810190611aa19190613bea565b611aeb57611ab26020890189613885565b611ac260408a0160208b01613885565b6040516304d9f22f60e01b815263ffffffff928316600482015291166024820152604401610a58565b505050505050505050565b5f600c5f8154611b0590613c05565b91829055505f818152601060209081526040909120919250611b299084018461378d565b611b396040850160208601613885565b611b4960608601604087016138af565b611b59608087016060880161378d565b84546001600160401b0394851667ffffffffffffffff1963ffffffff909516600160401b02949094166bffffffffffffffffffffffff1961ffff909416600160601b0261ffff60601b1996909316600160701b029590951669ffffffffffffffffffff60601b1990911617171691909117178155611bda6020850185613885565b611bea60e0850160c086016138dc565b611bf5576001611bf8565b60025b825483906016908390839060ff60d01b1916600160d01b836004811115611c2157611c216137a6565b02179055508391906101000a81548163ffffffff021916908363ffffffff160217905550505082608001358360a00135866001600160a01b031663a942b1d3876040518263ffffffff1660e01b8152600401611c7d9190613c1d565b602060405180830381865afa158015611c98573d5f5f3e3d5ffd5b505050506040513d601f19601f82011682018060405250810190611cbc9190613c2c565b600384015560028301556001820155611cdb608084016060850161378d565b6001600160401b0316600d5f828254611cf4919061391e565b90915550611d139050611d0d60608601604087016134bf565b83612753565b611d2360608501604086016134bf565b6001600160a01b0316611d39602085018561378d565b6001600160401b0316837fabed7c96f9b4b8b3d01d74a998c107741f997ff399231c24f1652beb2a059683611d74608088016060890161378d565b611d8460e0890160c08a016138dc565b604080516001600160401b03909316835290151560208301520160405180910390a4509392505050565b5f611dba8484846127b4565b90506001600160a01b03811615801590611ddc57506001600160a01b03841615155b8015611e11575060025f84815260106020526040902054600160d01b900460ff166004811115611e0e57611e0e6137a6565b14155b15611e4c575f838152601060205260409081902054905163800b061560e01b8152610a58918591600160d01b90910460ff16906004016138c8565b9392505050565b5f611e5f5f835f611dae565b90506001600160a01b0381166108eb57604051637e27328960e01b815260048101839052602401610a58565b5f82815260086020526040902060010154611ea5816117f2565b610abb83836128a6565b6001600160a01b0381163314611ed85760405163334bd91960e11b815260040160405180910390fd5b610e91828261290c565b611eea612948565b600b805460ff191690557f5db9ee0a495bf2e6ff9c91a7834c1ba4fdd244a5e8aa4e537bd38aeae4b073aa335b6040516001600160a01b03909116815260200160405180910390a1565b5f611f3d611664565b611f464261296b565b611f509190613c43565b9050611f5c82826129a1565b60405165ffffffffffff821681526001600160a01b038316907f3377dc44241e779dd06afab5b788a35ca5f3b778836e2990bdb26a2a4b2e5ed69060200160405180910390a25050565b5f611fb082612a1e565b611fb94261296b565b611fc39190613c43565b9050611fcf828261261e565b6040805165ffffffffffff8085168252831660208201527ff1038c18cf84a56e432fdbfaf746924b7ea511dfe03a6506a0ceba4888788d9b910160405180910390a15050565b61201d611808565b600b805460ff191660011790557f62e78cea01bee320cd4e420270b5ea74000d11b0c9f74754ebdbfc544b05a258611f173390565b606061110a7f0000000000000000000000000000000000000000000000000000000000000000612a65565b606061110a7f0000000000000000000000000000000000000000000000000000000000000000612a65565b5f6108246120b4612aa2565b8360405161190160f01b8152600281019290925260228201526042902090565b6120df838383612bcb565b610e91576001600160a01b03831661210d57604051637e27328960e01b815260048101829052602401610a58565b60405163177e802f60e01b81526001600160a01b038316600482015260248101829052604401610a58565b6001600160a01b0383166121615760405163a9fbf51f60e01b81525f6004820152602401610a58565b6001600160a01b03821661219357604051630b61174360e31b81526001600160a01b0383166004820152602401610a58565b6001600160a01b038381165f81815260056020908152604080832094871680845294825291829020805460ff191686151590811790915591519182527f17307eab39ab6107e8899845ad3d59bd9653f200f220920489ca2b5937696c31910160405180910390a3505050565b6001600160a01b0383163b1561232057604051630a85bd0160e11b81526001600160a01b0384169063150b7a0290612241908890889087908790600401613c61565b6020604051808303815f875af192505050801561227b575060408051601f3d908101601f1916820190925261227891810190613c9d565b60015b6122e2573d8080156122a8576040519150601f19603f3d011682016040523d82523d5f602084013e6122ad565b606091505b5080515f036122da57604051633250574960e11b81526001600160a01b0385166004820152602401610a58565b805160208201fd5b6001600160e01b03198116630a85bd0160e11b1461231e57604051633250574960e11b81526001600160a01b0385166004820152602401610a58565b505b5050505050565b60605f61233383612c2c565b60010190505f816001600160401b038111156123515761235161367f565b6040519080825280601f01601f19166020018201604052801561237b576020820181803683370190505b5090508181016020015b5f19016f181899199a1a9b1b9c1cb0b131b232b360811b600a86061a8153600a850494508461238557509392505050565b6060836123c284612327565b836040516020016123d593929190613cb8565b60405160208183030381529060405290509392505050565b6060610824825f612d03565b5f5f612403611701565b915091506124188165ffffffffffff16151590565b158061242c57504265ffffffffffff821610155b15612454576040516319ca5ebb60e01b815265ffffffffffff82166004820152602401610a58565b61246f5f61246a600a546001600160a01b031690565b61290c565b5061247a5f836128a6565b5050600980546001600160d01b031916905550565b5f828152600860205260409020600101546124a9816117f2565b610abb838361290c565b6118065f5f6129a1565b5f6001600160e01b03198216637965db0b60e01b1480610824575061082482612e82565b80806124f557506001600160a01b03821615155b156125b6575f612504846117ad565b90506001600160a01b038316158015906125305750826001600160a01b0316816001600160a01b031614155b80156125435750612541818461175c565b155b1561256c5760405163a9fbf51f60e01b81526001600160a01b0384166004820152602401610a58565b81156125b45783856001600160a01b0316826001600160a01b03167f8c5be1e5ebec7d5bd14f71427d1e84f3dd0314c0f7b2291e5b200ac8c7c3b92560405160405180910390a45b505b50505f90815260046020526040902080546001600160a01b0319166001600160a01b0392909216919091179055565b6125ef828261110f565b6108eb5760405163e2517d3f60e01b81526001600160a01b038216600482015260248101839052604401610a58565b600a54600160d01b900465ffffffffffff1680156126a0574265ffffffffffff8216101561267757600a54600980546001600160d01b0316600160a01b90920465ffffffffffff16600160d01b029190911790556126a0565b6040517f2b1fa2edafe6f7b9e97c1a9e0c3660e645beb2dcaa2d45bdbf9beaf5472e1ec5905f90a15b50600a80546001600160a01b0316600160a01b65ffffffffffff948516026001600160d01b031617600160d01b9290931691909102919091179055565b5f846001600160a01b03163b5f0361273c575f5f6126fc868686612ed1565b5090925090505f816003811115612715576127156137a6565b1480156127335750866001600160a01b0316826001600160a01b0316145b9250505061274b565b61274885858585612f18565b90505b949350505050565b6001600160a01b03821661277c57604051633250574960e11b81525f6004820152602401610a58565b5f61278883835f611dae565b90506001600160a01b03811615610e91576040516339e3563760e11b81525f6004820152602401610a58565b5f828152600260205260408120546001600160a01b03908116908316156127e0576127e08184866120d4565b6001600160a01b0381161561281a576127fb5f855f5f6124e1565b6001600160a01b0381165f90815260036020526040902080545f190190555b6001600160a01b03851615612848576001600160a01b0385165f908152600360205260409020805460010190555b5f8481526002602052604080822080546001600160a01b0319166001600160a01b0389811691821790925591518793918516917fddf252ad1be2c89b69c2b068fc378daa952ba7f163c4a11628f55a4df523b3ef91a4949350505050565b5f82612902575f6128bf600a546001600160a01b031690565b6001600160a01b0316146128e657604051631fe1e13d60e11b815260040160405180910390fd5b600a80546001600160a01b0319166001600160a01b0384161790555b611e4c8383612f82565b5f821580156129285750600a546001600160a01b038381169116145b1561293e57600a80546001600160a01b03191690555b611e4c8383613013565b600b5460ff1661180657604051638dfc202b60e01b815260040160405180910390fd5b5f65ffffffffffff82111561299d576040516306dfcc6560e41b81526030600482015260248101839052604401610a58565b5090565b5f6129aa611701565b6009805465ffffffffffff8616600160a01b026001600160d01b03199091166001600160a01b0388161717905591506129ec90508165ffffffffffff16151590565b15610e91576040517f8886ebfc4259abdbc16601dd8fb5678e54878f47b3c34836cfc51154a9605109905f90a1505050565b5f5f612a28611664565b90508065ffffffffffff168365ffffffffffff1611612a5057612a4b8382613d0e565b611e4c565b611e4c65ffffffffffff84166206978061307e565b60605f612a718361308d565b6040805160208082528183019092529192505f91906020820181803683375050509182525060208101929092525090565b5f306001600160a01b037f000000000000000000000000000000000000000000000000000000000000000016148015612afa57507f000000000000000000000000000000000000000000000000000000000000000046145b15612b2457507f000000000000000000000000000000000000000000000000000000000000000090565b61110a604080517f8b73c3c69bb8fe3d512ecc4cf759cc79239f7b179b0ffacaa9a75d522b39400f60208201527f0000000000000000000000000000000000000000000000000000000000000000918101919091527f000000000000000000000000000000000000000000000000000000000000000060608201524660808201523060a08201525f9060c00160405160208183030381529060405280519060200120905090565b5f6001600160a01b0383161580159061274b5750826001600160a01b0316846001600160a01b03161480612c045750612c04848461175c565b8061274b5750505f908152600460205260409020546001600160a01b03908116911614919050565b5f8072184f03e93ff9f4daa797ed6e38ed64bf6a1f0160401b8310612c6a5772184f03e93ff9f4daa797ed6e38ed64bf6a1f0160401b830492506040015b6d04ee2d6d415b85acef81000000008310612c96576d04ee2d6d415b85acef8100000000830492506020015b662386f26fc100008310612cb457662386f26fc10000830492506010015b6305f5e1008310612ccc576305f5e100830492506008015b6127108310612ce057612710830492506004015b60648310612cf2576064830492506002015b600a83106108245760010192915050565b606082515f03612d21575060408051602081019091525f8152610824565b5f82612d5157600384516002612d37919061391e565b612d419190613d2c565b612d4c906004613d4b565b612d76565b600384516004612d619190613d4b565b612d6c90600261391e565b612d769190613d2c565b905060405191507f4142434445464748494a4b4c4d4e4f505152535455565758595a616263646566601f5261067083027f6768696a6b6c6d6e6f707172737475767778797a303132333435363738392b2f18603f526020820181810185865187016020810180515f82525b82841015612e34576003840193508351603f8160121c16518753600187019650603f81600c1c16518753600187019650603f8160061c16518753600187019650603f811651875350600186019550612de1565b905250859050612e7557600386510660018114612e585760028114612e6b57612e73565b603d6001840353603d6002840353612e73565b603d60018403535b505b9183525060405292915050565b5f6001600160e01b031982166380ac58cd60e01b1480612eb257506001600160e01b03198216635b5e139f60e01b145b8061082457506301ffc9a760e01b6001600160e01b0319831614610824565b5f80806041849003612f05578435602086013560408701355f1a612ef7898285856130b4565b955095509550505050612f0f565b505f915060029050825b93509350939050565b60408051630b135d3f60e11b808252600482018690526024820192909252604481018390525f91908390818660648301375f82606483010152601f820160051c60051b915060205f60648401838b5afa9050825f5114601f3d111681169350505050949350505050565b5f612f8d838361110f565b61300c575f8381526008602090815260408083206001600160a01b03861684529091529020805460ff19166001179055612fc43390565b6001600160a01b0316826001600160a01b0316847f2f8788117e7eff1d82e926ec794901d17c78024a50270940304540a733656f0d60405160405180910390a4506001610824565b505f610824565b5f61301e838361110f565b1561300c575f8381526008602090815260408083206001600160a01b0386168085529252808320805460ff1916905551339286917ff6391f5c32d9c69d2a47ea670b442974b53935d1edc7fd64eb21e047a839171b9190a4506001610824565b5f828218828410028218611e4c565b5f60ff8216601f81111561082457604051632cd44ac360e21b815260040160405180910390fd5b5f80807f7fffffffffffffffffffffffffffffff5d576e7357a4501ddfe92f46681b20a08411156130ed57505f91506003905082613172565b604080515f808252602082018084528a905260ff891692820192909252606081018790526080810186905260019060a0016020604051602081039080840390855afa15801561313e573d5f5f3e3d5ffd5b5050604051601f1901519150506001600160a01b03811661316957505f925060019150829050613172565b92505f91508190505b9450945094915050565b6001600160e01b031981168114610901575f5ffd5b5f602082840312156131a1575f5ffd5b8135611e4c8161317c565b5f81518084528060208401602086015e5f602082860101526020601f19601f83011685010191505092915050565b602081525f611e4c60208301846131ac565b5f602082840312156131fc575f5ffd5b5035919050565b6001600160a01b0381168114610901575f5ffd5b803561322281613203565b919050565b5f5f60408385031215613238575f5ffd5b823561324381613203565b946020939093013593505050565b5f6101408284031215613262575f5ffd5b50919050565b5f5f83601f840112613278575f5ffd5b5081356001600160401b0381111561328e575f5ffd5b6020830191508360208260061b85010111156132a8575f5ffd5b9250929050565b5f60e08284031215613262575f5ffd5b5f5f83601f8401126132cf575f5ffd5b5081356001600160401b038111156132e5575f5ffd5b6020830191508360208285010111156132a8575f5ffd5b5f5f5f5f5f5f5f610280888a031215613313575f5ffd5b873561331e81613203565b965061332d8960208a01613251565b95506101608801356001600160401b03811115613348575f5ffd5b6133548a828b01613268565b90965094506133699050896101808a016132af565b92506102608801356001600160401b03811115613384575f5ffd5b6133908a828b016132bf565b989b979a50959850939692959293505050565b5f5f5f606084860312156133b5575f5ffd5b83356133c081613203565b925060208401356133d081613203565b929592945050506040919091013590565b5f5f5f5f5f5f5f5f6102a0898b0312156133f9575f5ffd5b88359750602089013561340b81613203565b965061341a8a60408b01613251565b95506101808901356001600160401b03811115613435575f5ffd5b6134418b828c01613268565b909650945061345690508a6101a08b016132af565b92506102808901356001600160401b03811115613471575f5ffd5b61347d8b828c016132bf565b999c989b5096995094979396929594505050565b5f5f604083850312156134a2575f5ffd5b8235915060208301356134b481613203565b809150509250929050565b5f602082840312156134cf575f5ffd5b8135611e4c81613203565b5f602082840312156134ea575f5ffd5b813565ffffffffffff81168114611e4c575f5ffd5b60ff60f81b8816815260e060208201525f61351d60e08301896131ac565b828103604084015261352f81896131ac565b606084018890526001600160a01b038716608085015260a0840186905283810360c0850152845180825260208087019350909101905f5b81811015613584578351835260209384019390920191600101613566565b50909b9a5050505050505050505050565b5f60e082840312156135a5575f5ffd5b611e4c83836132af565b80356001600160401b0381168114613222575f5ffd5b5f5f604083850312156135d6575f5ffd5b6135df836135af565b915060208301356134b481613203565b5f5f5f5f60608587031215613602575f5ffd5b84359350602085013561361481613203565b925060408501356001600160401b0381111561362e575f5ffd5b61363a878288016132bf565b95989497509550505050565b8015158114610901575f5ffd5b5f5f60408385031215613664575f5ffd5b823561366f81613203565b915060208301356134b481613646565b634e487b7160e01b5f52604160045260245ffd5b5f5f5f5f608085870312156136a6575f5ffd5b84356136b181613203565b935060208501356136c181613203565b92506040850135915060608501356001600160401b038111156136e2575f5ffd5b8501601f810187136136f2575f5ffd5b80356001600160401b0381111561370b5761370b61367f565b604051601f8201601f19908116603f011681016001600160401b03811182821017156137395761373961367f565b604052818152828201602001891015613750575f5ffd5b816020840160208301375f6020838301015280935050505092959194509250565b5f5f60408385031215613782575f5ffd5b82356135df81613203565b5f6020828403121561379d575f5ffd5b611e4c826135af565b634e487b7160e01b5f52602160045260245ffd5b600581106137d657634e487b7160e01b5f52602160045260245ffd5b9052565b6001600160401b038a8116825263ffffffff8a8116602084015261ffff8a166040840152908816606083015286166080820152610120810161381f60a08301876137ba565b8460c08301528360e0830152826101008301529a9950505050505050505050565b600181811c9082168061385457607f821691505b60208210810361326257634e487b7160e01b5f52602260045260245ffd5b803563ffffffff81168114613222575f5ffd5b5f60208284031215613895575f5ffd5b611e4c82613872565b803561ffff81168114613222575f5ffd5b5f602082840312156138bf575f5ffd5b611e4c8261389e565b82815260408101611e4c60208301846137ba565b5f602082840312156138ec575f5ffd5b8135611e4c81613646565b634e487b7160e01b5f52601160045260245ffd5b81810381811115610824576108246138f7565b80820180821115610824576108246138f7565b6001600160401b038416815260406020820152816040820152818360608301375f818301606090810191909152601f909201601f1916010192915050565b5f81518060208401855e5f93019283525090919050565b7f7b226e616d65223a2253746162696c697479206365727469666963617465200081525f6139b7601f83018961396f565b7f222c226465736372697074696f6e223a224d657465726564206375727461696c81527f6d656e74206f66206120736974652c206b57682062656c6f772069747320626160208201527573656c696e65222c2261747472696275746573223a5b60501b6040820152613a50613a4a613a44613a3e613a38605686018d61396f565b8b61396f565b8961396f565b8761396f565b8561396f565b9998505050505050505050565b7f646174613a6170706c69636174696f6e2f6a736f6e3b6261736536342c00000081525f611e4c601d83018461396f565b80356001600160801b0381168114613222575f5ffd5b613abb82613ab183613872565b63ffffffff169052565b613ac760208201613872565b63ffffffff166020830152613ade60408201613217565b6001600160a01b03166040830152613af8606082016135af565b6001600160401b03166060830152613b1260808201613872565b63ffffffff166080830152613b2960a0820161389e565b61ffff1660a0830152613b3e60c082016135af565b6001600160401b031660c083015260e081810135908301526101008082013590830152613b6e6101208201613a8e565b6001600160801b038116610120840152505050565b5f6101608201613b938387613aa4565b6101606101408401528390528361018083015f5b85811015613bdf57823582526001600160801b03613bc760208501613a8e565b16602083015260409283019290910190600101613ba7565b509695505050505050565b5f60208284031215613bfa575f5ffd5b8151611e4c81613646565b5f60018201613c1657613c166138f7565b5060010190565b61014081016108248284613aa4565b5f60208284031215613c3c575f5ffd5b5051919050565b65ffffffffffff8181168382160190811115610824576108246138f7565b6001600160a01b03858116825284166020820152604081018390526080606082018190525f90613c93908301846131ac565b9695505050505050565b5f60208284031215613cad575f5ffd5b8151611e4c8161317c565b6e3d913a3930b4ba2fba3cb832911d1160891b81525f613cdb600f83018661396f565b691116113b30b63ab2911d60b11b8152613cf8600a82018661396f565b9050607d60f81b8152613c93600182018561396f565b65ffffffffffff8281168282160390811115610824576108246138f7565b5f82613d4657634e487b7160e01b5f52601260045260245ffd5b500490565b8082028115828204841417610824576108246138f756fea164736f6c6343000825000a",
}

// StabilityCertificate is an auto generated Go binding around an Ethereum contract.
type StabilityCertificate struct {
	abi abi.ABI
}

// GetABI returns the ABI associated with this contract binding.
func (c *StabilityCertificate) GetABI() abi.ABI {
	return c.abi
}

// NewStabilityCertificate creates a new instance of StabilityCertificate.
func NewStabilityCertificate() *StabilityCertificate {
	parsed, err := StabilityCertificateMetaData.ParseABI()
	if err != nil {
		panic(errors.New("invalid ABI: " + err.Error()))
	}
	return &StabilityCertificate{abi: *parsed}
}

// Instance creates a wrapper for a deployed contract instance at the given address.
// Use this to create the instance object passed to abigen v2 library functions Call, Transact, etc.
func (c *StabilityCertificate) Instance(backend bind.ContractBackend, addr common.Address) *bind.BoundContract {
	return bind.NewBoundContract(addr, c.abi, backend, backend, backend)
}

// PackConstructor is the Go binding used to pack the parameters required for
// contract deployment.
//
// Solidity: constructor(address admin, uint48 adminDelay, address spent) returns()
func (stabilityCertificate *StabilityCertificate) PackConstructor(admin common.Address, adminDelay *big.Int, spent common.Address) []byte {
	enc, err := stabilityCertificate.abi.Pack("", admin, adminDelay, spent)
	if err != nil {
		panic(err)
	}
	return enc
}

// PackCLAIMTYPEHASH is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x6b0509b1.  This method will panic if any
// invalid/nil inputs are passed.
//
// Solidity: function CLAIM_TYPEHASH() view returns(bytes32)
func (stabilityCertificate *StabilityCertificate) PackCLAIMTYPEHASH() []byte {
	enc, err := stabilityCertificate.abi.Pack("CLAIM_TYPEHASH")
	if err != nil {
		panic(err)
	}
	return enc
}

// TryPackCLAIMTYPEHASH is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x6b0509b1.  This method will return an error
// if any inputs are invalid/nil.
//
// Solidity: function CLAIM_TYPEHASH() view returns(bytes32)
func (stabilityCertificate *StabilityCertificate) TryPackCLAIMTYPEHASH() ([]byte, error) {
	return stabilityCertificate.abi.Pack("CLAIM_TYPEHASH")
}

// UnpackCLAIMTYPEHASH is the Go binding that unpacks the parameters returned
// from invoking the contract method with ID 0x6b0509b1.
//
// Solidity: function CLAIM_TYPEHASH() view returns(bytes32)
func (stabilityCertificate *StabilityCertificate) UnpackCLAIMTYPEHASH(data []byte) ([32]byte, error) {
	out, err := stabilityCertificate.abi.Unpack("CLAIM_TYPEHASH", data)
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
func (stabilityCertificate *StabilityCertificate) PackDEFAULTADMINROLE() []byte {
	enc, err := stabilityCertificate.abi.Pack("DEFAULT_ADMIN_ROLE")
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
func (stabilityCertificate *StabilityCertificate) TryPackDEFAULTADMINROLE() ([]byte, error) {
	return stabilityCertificate.abi.Pack("DEFAULT_ADMIN_ROLE")
}

// UnpackDEFAULTADMINROLE is the Go binding that unpacks the parameters returned
// from invoking the contract method with ID 0xa217fddf.
//
// Solidity: function DEFAULT_ADMIN_ROLE() view returns(bytes32)
func (stabilityCertificate *StabilityCertificate) UnpackDEFAULTADMINROLE(data []byte) ([32]byte, error) {
	out, err := stabilityCertificate.abi.Unpack("DEFAULT_ADMIN_ROLE", data)
	if err != nil {
		return *new([32]byte), err
	}
	out0 := *abi.ConvertType(out[0], new([32]byte)).(*[32]byte)
	return out0, nil
}

// PackPAUSERROLE is the Go binding used to pack the parameters required for calling
// the contract method with ID 0xe63ab1e9.  This method will panic if any
// invalid/nil inputs are passed.
//
// Solidity: function PAUSER_ROLE() view returns(bytes32)
func (stabilityCertificate *StabilityCertificate) PackPAUSERROLE() []byte {
	enc, err := stabilityCertificate.abi.Pack("PAUSER_ROLE")
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
func (stabilityCertificate *StabilityCertificate) TryPackPAUSERROLE() ([]byte, error) {
	return stabilityCertificate.abi.Pack("PAUSER_ROLE")
}

// UnpackPAUSERROLE is the Go binding that unpacks the parameters returned
// from invoking the contract method with ID 0xe63ab1e9.
//
// Solidity: function PAUSER_ROLE() view returns(bytes32)
func (stabilityCertificate *StabilityCertificate) UnpackPAUSERROLE(data []byte) ([32]byte, error) {
	out, err := stabilityCertificate.abi.Unpack("PAUSER_ROLE", data)
	if err != nil {
		return *new([32]byte), err
	}
	out0 := *abi.ConvertType(out[0], new([32]byte)).(*[32]byte)
	return out0, nil
}

// PackREGISTRARROLE is the Go binding used to pack the parameters required for calling
// the contract method with ID 0xf68e9553.  This method will panic if any
// invalid/nil inputs are passed.
//
// Solidity: function REGISTRAR_ROLE() view returns(bytes32)
func (stabilityCertificate *StabilityCertificate) PackREGISTRARROLE() []byte {
	enc, err := stabilityCertificate.abi.Pack("REGISTRAR_ROLE")
	if err != nil {
		panic(err)
	}
	return enc
}

// TryPackREGISTRARROLE is the Go binding used to pack the parameters required for calling
// the contract method with ID 0xf68e9553.  This method will return an error
// if any inputs are invalid/nil.
//
// Solidity: function REGISTRAR_ROLE() view returns(bytes32)
func (stabilityCertificate *StabilityCertificate) TryPackREGISTRARROLE() ([]byte, error) {
	return stabilityCertificate.abi.Pack("REGISTRAR_ROLE")
}

// UnpackREGISTRARROLE is the Go binding that unpacks the parameters returned
// from invoking the contract method with ID 0xf68e9553.
//
// Solidity: function REGISTRAR_ROLE() view returns(bytes32)
func (stabilityCertificate *StabilityCertificate) UnpackREGISTRARROLE(data []byte) ([32]byte, error) {
	out, err := stabilityCertificate.abi.Unpack("REGISTRAR_ROLE", data)
	if err != nil {
		return *new([32]byte), err
	}
	out0 := *abi.ConvertType(out[0], new([32]byte)).(*[32]byte)
	return out0, nil
}

// PackSOURCEROLE is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x358684a6.  This method will panic if any
// invalid/nil inputs are passed.
//
// Solidity: function SOURCE_ROLE() view returns(bytes32)
func (stabilityCertificate *StabilityCertificate) PackSOURCEROLE() []byte {
	enc, err := stabilityCertificate.abi.Pack("SOURCE_ROLE")
	if err != nil {
		panic(err)
	}
	return enc
}

// TryPackSOURCEROLE is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x358684a6.  This method will return an error
// if any inputs are invalid/nil.
//
// Solidity: function SOURCE_ROLE() view returns(bytes32)
func (stabilityCertificate *StabilityCertificate) TryPackSOURCEROLE() ([]byte, error) {
	return stabilityCertificate.abi.Pack("SOURCE_ROLE")
}

// UnpackSOURCEROLE is the Go binding that unpacks the parameters returned
// from invoking the contract method with ID 0x358684a6.
//
// Solidity: function SOURCE_ROLE() view returns(bytes32)
func (stabilityCertificate *StabilityCertificate) UnpackSOURCEROLE(data []byte) ([32]byte, error) {
	out, err := stabilityCertificate.abi.Unpack("SOURCE_ROLE", data)
	if err != nil {
		return *new([32]byte), err
	}
	out0 := *abi.ConvertType(out[0], new([32]byte)).(*[32]byte)
	return out0, nil
}

// PackAcceptDefaultAdminTransfer is the Go binding used to pack the parameters required for calling
// the contract method with ID 0xcefc1429.  This method will panic if any
// invalid/nil inputs are passed.
//
// Solidity: function acceptDefaultAdminTransfer() returns()
func (stabilityCertificate *StabilityCertificate) PackAcceptDefaultAdminTransfer() []byte {
	enc, err := stabilityCertificate.abi.Pack("acceptDefaultAdminTransfer")
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
func (stabilityCertificate *StabilityCertificate) TryPackAcceptDefaultAdminTransfer() ([]byte, error) {
	return stabilityCertificate.abi.Pack("acceptDefaultAdminTransfer")
}

// PackApprove is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x095ea7b3.  This method will panic if any
// invalid/nil inputs are passed.
//
// Solidity: function approve(address to, uint256 tokenId) returns()
func (stabilityCertificate *StabilityCertificate) PackApprove(to common.Address, tokenId *big.Int) []byte {
	enc, err := stabilityCertificate.abi.Pack("approve", to, tokenId)
	if err != nil {
		panic(err)
	}
	return enc
}

// TryPackApprove is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x095ea7b3.  This method will return an error
// if any inputs are invalid/nil.
//
// Solidity: function approve(address to, uint256 tokenId) returns()
func (stabilityCertificate *StabilityCertificate) TryPackApprove(to common.Address, tokenId *big.Int) ([]byte, error) {
	return stabilityCertificate.abi.Pack("approve", to, tokenId)
}

// PackBalanceOf is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x70a08231.  This method will panic if any
// invalid/nil inputs are passed.
//
// Solidity: function balanceOf(address owner) view returns(uint256)
func (stabilityCertificate *StabilityCertificate) PackBalanceOf(owner common.Address) []byte {
	enc, err := stabilityCertificate.abi.Pack("balanceOf", owner)
	if err != nil {
		panic(err)
	}
	return enc
}

// TryPackBalanceOf is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x70a08231.  This method will return an error
// if any inputs are invalid/nil.
//
// Solidity: function balanceOf(address owner) view returns(uint256)
func (stabilityCertificate *StabilityCertificate) TryPackBalanceOf(owner common.Address) ([]byte, error) {
	return stabilityCertificate.abi.Pack("balanceOf", owner)
}

// UnpackBalanceOf is the Go binding that unpacks the parameters returned
// from invoking the contract method with ID 0x70a08231.
//
// Solidity: function balanceOf(address owner) view returns(uint256)
func (stabilityCertificate *StabilityCertificate) UnpackBalanceOf(data []byte) (*big.Int, error) {
	out, err := stabilityCertificate.abi.Unpack("balanceOf", data)
	if err != nil {
		return new(big.Int), err
	}
	out0 := abi.ConvertType(out[0], new(big.Int)).(*big.Int)
	return out0, nil
}

// PackBeginDefaultAdminTransfer is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x634e93da.  This method will panic if any
// invalid/nil inputs are passed.
//
// Solidity: function beginDefaultAdminTransfer(address newAdmin) returns()
func (stabilityCertificate *StabilityCertificate) PackBeginDefaultAdminTransfer(newAdmin common.Address) []byte {
	enc, err := stabilityCertificate.abi.Pack("beginDefaultAdminTransfer", newAdmin)
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
func (stabilityCertificate *StabilityCertificate) TryPackBeginDefaultAdminTransfer(newAdmin common.Address) ([]byte, error) {
	return stabilityCertificate.abi.Pack("beginDefaultAdminTransfer", newAdmin)
}

// PackCancelDefaultAdminTransfer is the Go binding used to pack the parameters required for calling
// the contract method with ID 0xd602b9fd.  This method will panic if any
// invalid/nil inputs are passed.
//
// Solidity: function cancelDefaultAdminTransfer() returns()
func (stabilityCertificate *StabilityCertificate) PackCancelDefaultAdminTransfer() []byte {
	enc, err := stabilityCertificate.abi.Pack("cancelDefaultAdminTransfer")
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
func (stabilityCertificate *StabilityCertificate) TryPackCancelDefaultAdminTransfer() ([]byte, error) {
	return stabilityCertificate.abi.Pack("cancelDefaultAdminTransfer")
}

// PackCertificateOf is the Go binding used to pack the parameters required for calling
// the contract method with ID 0xf8cc41b0.  This method will panic if any
// invalid/nil inputs are passed.
//
// Solidity: function certificateOf(uint256 id) view returns(uint64 site, uint32 start, uint16 n, uint64 kWh, uint32 epoch, uint8 state, bytes32 method, bytes32 baseline, bytes32 evidence)
func (stabilityCertificate *StabilityCertificate) PackCertificateOf(id *big.Int) []byte {
	enc, err := stabilityCertificate.abi.Pack("certificateOf", id)
	if err != nil {
		panic(err)
	}
	return enc
}

// TryPackCertificateOf is the Go binding used to pack the parameters required for calling
// the contract method with ID 0xf8cc41b0.  This method will return an error
// if any inputs are invalid/nil.
//
// Solidity: function certificateOf(uint256 id) view returns(uint64 site, uint32 start, uint16 n, uint64 kWh, uint32 epoch, uint8 state, bytes32 method, bytes32 baseline, bytes32 evidence)
func (stabilityCertificate *StabilityCertificate) TryPackCertificateOf(id *big.Int) ([]byte, error) {
	return stabilityCertificate.abi.Pack("certificateOf", id)
}

// CertificateOfOutput serves as a container for the return parameters of contract
// method CertificateOf.
type CertificateOfOutput struct {
	Site     uint64
	Start    uint32
	N        uint16
	KWh      uint64
	Epoch    uint32
	State    uint8
	Method   [32]byte
	Baseline [32]byte
	Evidence [32]byte
}

// UnpackCertificateOf is the Go binding that unpacks the parameters returned
// from invoking the contract method with ID 0xf8cc41b0.
//
// Solidity: function certificateOf(uint256 id) view returns(uint64 site, uint32 start, uint16 n, uint64 kWh, uint32 epoch, uint8 state, bytes32 method, bytes32 baseline, bytes32 evidence)
func (stabilityCertificate *StabilityCertificate) UnpackCertificateOf(data []byte) (CertificateOfOutput, error) {
	out, err := stabilityCertificate.abi.Unpack("certificateOf", data)
	outstruct := new(CertificateOfOutput)
	if err != nil {
		return *outstruct, err
	}
	outstruct.Site = *abi.ConvertType(out[0], new(uint64)).(*uint64)
	outstruct.Start = *abi.ConvertType(out[1], new(uint32)).(*uint32)
	outstruct.N = *abi.ConvertType(out[2], new(uint16)).(*uint16)
	outstruct.KWh = *abi.ConvertType(out[3], new(uint64)).(*uint64)
	outstruct.Epoch = *abi.ConvertType(out[4], new(uint32)).(*uint32)
	outstruct.State = *abi.ConvertType(out[5], new(uint8)).(*uint8)
	outstruct.Method = *abi.ConvertType(out[6], new([32]byte)).(*[32]byte)
	outstruct.Baseline = *abi.ConvertType(out[7], new([32]byte)).(*[32]byte)
	outstruct.Evidence = *abi.ConvertType(out[8], new([32]byte)).(*[32]byte)
	return *outstruct, nil
}

// PackChangeDefaultAdminDelay is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x649a5ec7.  This method will panic if any
// invalid/nil inputs are passed.
//
// Solidity: function changeDefaultAdminDelay(uint48 newDelay) returns()
func (stabilityCertificate *StabilityCertificate) PackChangeDefaultAdminDelay(newDelay *big.Int) []byte {
	enc, err := stabilityCertificate.abi.Pack("changeDefaultAdminDelay", newDelay)
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
func (stabilityCertificate *StabilityCertificate) TryPackChangeDefaultAdminDelay(newDelay *big.Int) ([]byte, error) {
	return stabilityCertificate.abi.Pack("changeDefaultAdminDelay", newDelay)
}

// PackClaimDigest is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x86dff4c6.  This method will panic if any
// invalid/nil inputs are passed.
//
// Solidity: function claimDigest((uint64,uint32,uint16,uint64,bytes32,bytes32,bool) claim) view returns(bytes32)
func (stabilityCertificate *StabilityCertificate) PackClaimDigest(claim StabilityCertificateClaim) []byte {
	enc, err := stabilityCertificate.abi.Pack("claimDigest", claim)
	if err != nil {
		panic(err)
	}
	return enc
}

// TryPackClaimDigest is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x86dff4c6.  This method will return an error
// if any inputs are invalid/nil.
//
// Solidity: function claimDigest((uint64,uint32,uint16,uint64,bytes32,bytes32,bool) claim) view returns(bytes32)
func (stabilityCertificate *StabilityCertificate) TryPackClaimDigest(claim StabilityCertificateClaim) ([]byte, error) {
	return stabilityCertificate.abi.Pack("claimDigest", claim)
}

// UnpackClaimDigest is the Go binding that unpacks the parameters returned
// from invoking the contract method with ID 0x86dff4c6.
//
// Solidity: function claimDigest((uint64,uint32,uint16,uint64,bytes32,bytes32,bool) claim) view returns(bytes32)
func (stabilityCertificate *StabilityCertificate) UnpackClaimDigest(data []byte) ([32]byte, error) {
	out, err := stabilityCertificate.abi.Unpack("claimDigest", data)
	if err != nil {
		return *new([32]byte), err
	}
	out0 := *abi.ConvertType(out[0], new([32]byte)).(*[32]byte)
	return out0, nil
}

// PackCount is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x06661abd.  This method will panic if any
// invalid/nil inputs are passed.
//
// Solidity: function count() view returns(uint256)
func (stabilityCertificate *StabilityCertificate) PackCount() []byte {
	enc, err := stabilityCertificate.abi.Pack("count")
	if err != nil {
		panic(err)
	}
	return enc
}

// TryPackCount is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x06661abd.  This method will return an error
// if any inputs are invalid/nil.
//
// Solidity: function count() view returns(uint256)
func (stabilityCertificate *StabilityCertificate) TryPackCount() ([]byte, error) {
	return stabilityCertificate.abi.Pack("count")
}

// UnpackCount is the Go binding that unpacks the parameters returned
// from invoking the contract method with ID 0x06661abd.
//
// Solidity: function count() view returns(uint256)
func (stabilityCertificate *StabilityCertificate) UnpackCount(data []byte) (*big.Int, error) {
	out, err := stabilityCertificate.abi.Unpack("count", data)
	if err != nil {
		return new(big.Int), err
	}
	out0 := abi.ConvertType(out[0], new(big.Int)).(*big.Int)
	return out0, nil
}

// PackDefaultAdmin is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x84ef8ffc.  This method will panic if any
// invalid/nil inputs are passed.
//
// Solidity: function defaultAdmin() view returns(address)
func (stabilityCertificate *StabilityCertificate) PackDefaultAdmin() []byte {
	enc, err := stabilityCertificate.abi.Pack("defaultAdmin")
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
func (stabilityCertificate *StabilityCertificate) TryPackDefaultAdmin() ([]byte, error) {
	return stabilityCertificate.abi.Pack("defaultAdmin")
}

// UnpackDefaultAdmin is the Go binding that unpacks the parameters returned
// from invoking the contract method with ID 0x84ef8ffc.
//
// Solidity: function defaultAdmin() view returns(address)
func (stabilityCertificate *StabilityCertificate) UnpackDefaultAdmin(data []byte) (common.Address, error) {
	out, err := stabilityCertificate.abi.Unpack("defaultAdmin", data)
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
func (stabilityCertificate *StabilityCertificate) PackDefaultAdminDelay() []byte {
	enc, err := stabilityCertificate.abi.Pack("defaultAdminDelay")
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
func (stabilityCertificate *StabilityCertificate) TryPackDefaultAdminDelay() ([]byte, error) {
	return stabilityCertificate.abi.Pack("defaultAdminDelay")
}

// UnpackDefaultAdminDelay is the Go binding that unpacks the parameters returned
// from invoking the contract method with ID 0xcc8463c8.
//
// Solidity: function defaultAdminDelay() view returns(uint48)
func (stabilityCertificate *StabilityCertificate) UnpackDefaultAdminDelay(data []byte) (*big.Int, error) {
	out, err := stabilityCertificate.abi.Unpack("defaultAdminDelay", data)
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
func (stabilityCertificate *StabilityCertificate) PackDefaultAdminDelayIncreaseWait() []byte {
	enc, err := stabilityCertificate.abi.Pack("defaultAdminDelayIncreaseWait")
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
func (stabilityCertificate *StabilityCertificate) TryPackDefaultAdminDelayIncreaseWait() ([]byte, error) {
	return stabilityCertificate.abi.Pack("defaultAdminDelayIncreaseWait")
}

// UnpackDefaultAdminDelayIncreaseWait is the Go binding that unpacks the parameters returned
// from invoking the contract method with ID 0x022d63fb.
//
// Solidity: function defaultAdminDelayIncreaseWait() view returns(uint48)
func (stabilityCertificate *StabilityCertificate) UnpackDefaultAdminDelayIncreaseWait(data []byte) (*big.Int, error) {
	out, err := stabilityCertificate.abi.Unpack("defaultAdminDelayIncreaseWait", data)
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
func (stabilityCertificate *StabilityCertificate) PackEip712Domain() []byte {
	enc, err := stabilityCertificate.abi.Pack("eip712Domain")
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
func (stabilityCertificate *StabilityCertificate) TryPackEip712Domain() ([]byte, error) {
	return stabilityCertificate.abi.Pack("eip712Domain")
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
func (stabilityCertificate *StabilityCertificate) UnpackEip712Domain(data []byte) (Eip712DomainOutput, error) {
	out, err := stabilityCertificate.abi.Unpack("eip712Domain", data)
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

// PackGetApproved is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x081812fc.  This method will panic if any
// invalid/nil inputs are passed.
//
// Solidity: function getApproved(uint256 tokenId) view returns(address)
func (stabilityCertificate *StabilityCertificate) PackGetApproved(tokenId *big.Int) []byte {
	enc, err := stabilityCertificate.abi.Pack("getApproved", tokenId)
	if err != nil {
		panic(err)
	}
	return enc
}

// TryPackGetApproved is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x081812fc.  This method will return an error
// if any inputs are invalid/nil.
//
// Solidity: function getApproved(uint256 tokenId) view returns(address)
func (stabilityCertificate *StabilityCertificate) TryPackGetApproved(tokenId *big.Int) ([]byte, error) {
	return stabilityCertificate.abi.Pack("getApproved", tokenId)
}

// UnpackGetApproved is the Go binding that unpacks the parameters returned
// from invoking the contract method with ID 0x081812fc.
//
// Solidity: function getApproved(uint256 tokenId) view returns(address)
func (stabilityCertificate *StabilityCertificate) UnpackGetApproved(data []byte) (common.Address, error) {
	out, err := stabilityCertificate.abi.Unpack("getApproved", data)
	if err != nil {
		return *new(common.Address), err
	}
	out0 := *abi.ConvertType(out[0], new(common.Address)).(*common.Address)
	return out0, nil
}

// PackGetRoleAdmin is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x248a9ca3.  This method will panic if any
// invalid/nil inputs are passed.
//
// Solidity: function getRoleAdmin(bytes32 role) view returns(bytes32)
func (stabilityCertificate *StabilityCertificate) PackGetRoleAdmin(role [32]byte) []byte {
	enc, err := stabilityCertificate.abi.Pack("getRoleAdmin", role)
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
func (stabilityCertificate *StabilityCertificate) TryPackGetRoleAdmin(role [32]byte) ([]byte, error) {
	return stabilityCertificate.abi.Pack("getRoleAdmin", role)
}

// UnpackGetRoleAdmin is the Go binding that unpacks the parameters returned
// from invoking the contract method with ID 0x248a9ca3.
//
// Solidity: function getRoleAdmin(bytes32 role) view returns(bytes32)
func (stabilityCertificate *StabilityCertificate) UnpackGetRoleAdmin(data []byte) ([32]byte, error) {
	out, err := stabilityCertificate.abi.Unpack("getRoleAdmin", data)
	if err != nil {
		return *new([32]byte), err
	}
	out0 := *abi.ConvertType(out[0], new([32]byte)).(*[32]byte)
	return out0, nil
}

// PackGrantRole is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x2f2ff15d.  This method will panic if any
// invalid/nil inputs are passed.
//
// Solidity: function grantRole(bytes32 role, address account) returns()
func (stabilityCertificate *StabilityCertificate) PackGrantRole(role [32]byte, account common.Address) []byte {
	enc, err := stabilityCertificate.abi.Pack("grantRole", role, account)
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
func (stabilityCertificate *StabilityCertificate) TryPackGrantRole(role [32]byte, account common.Address) ([]byte, error) {
	return stabilityCertificate.abi.Pack("grantRole", role, account)
}

// PackHasRole is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x91d14854.  This method will panic if any
// invalid/nil inputs are passed.
//
// Solidity: function hasRole(bytes32 role, address account) view returns(bool)
func (stabilityCertificate *StabilityCertificate) PackHasRole(role [32]byte, account common.Address) []byte {
	enc, err := stabilityCertificate.abi.Pack("hasRole", role, account)
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
func (stabilityCertificate *StabilityCertificate) TryPackHasRole(role [32]byte, account common.Address) ([]byte, error) {
	return stabilityCertificate.abi.Pack("hasRole", role, account)
}

// UnpackHasRole is the Go binding that unpacks the parameters returned
// from invoking the contract method with ID 0x91d14854.
//
// Solidity: function hasRole(bytes32 role, address account) view returns(bool)
func (stabilityCertificate *StabilityCertificate) UnpackHasRole(data []byte) (bool, error) {
	out, err := stabilityCertificate.abi.Unpack("hasRole", data)
	if err != nil {
		return *new(bool), err
	}
	out0 := *abi.ConvertType(out[0], new(bool)).(*bool)
	return out0, nil
}

// PackIsApprovedForAll is the Go binding used to pack the parameters required for calling
// the contract method with ID 0xe985e9c5.  This method will panic if any
// invalid/nil inputs are passed.
//
// Solidity: function isApprovedForAll(address owner, address operator) view returns(bool)
func (stabilityCertificate *StabilityCertificate) PackIsApprovedForAll(owner common.Address, operator common.Address) []byte {
	enc, err := stabilityCertificate.abi.Pack("isApprovedForAll", owner, operator)
	if err != nil {
		panic(err)
	}
	return enc
}

// TryPackIsApprovedForAll is the Go binding used to pack the parameters required for calling
// the contract method with ID 0xe985e9c5.  This method will return an error
// if any inputs are invalid/nil.
//
// Solidity: function isApprovedForAll(address owner, address operator) view returns(bool)
func (stabilityCertificate *StabilityCertificate) TryPackIsApprovedForAll(owner common.Address, operator common.Address) ([]byte, error) {
	return stabilityCertificate.abi.Pack("isApprovedForAll", owner, operator)
}

// UnpackIsApprovedForAll is the Go binding that unpacks the parameters returned
// from invoking the contract method with ID 0xe985e9c5.
//
// Solidity: function isApprovedForAll(address owner, address operator) view returns(bool)
func (stabilityCertificate *StabilityCertificate) UnpackIsApprovedForAll(data []byte) (bool, error) {
	out, err := stabilityCertificate.abi.Unpack("isApprovedForAll", data)
	if err != nil {
		return *new(bool), err
	}
	out0 := *abi.ConvertType(out[0], new(bool)).(*bool)
	return out0, nil
}

// PackIssue is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x0c925bb6.  This method will panic if any
// invalid/nil inputs are passed.
//
// Solidity: function issue(address source, (uint32,uint32,address,uint64,uint32,uint16,uint64,bytes32,bytes32,uint128) leaf, (bytes32,uint128)[] path, (uint64,uint32,uint16,uint64,bytes32,bytes32,bool) claim, bytes signature) returns(uint256 id)
func (stabilityCertificate *StabilityCertificate) PackIssue(source common.Address, leaf GridOptimizationRewardsLeaf, path []SumTreeNode, claim StabilityCertificateClaim, signature []byte) []byte {
	enc, err := stabilityCertificate.abi.Pack("issue", source, leaf, path, claim, signature)
	if err != nil {
		panic(err)
	}
	return enc
}

// TryPackIssue is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x0c925bb6.  This method will return an error
// if any inputs are invalid/nil.
//
// Solidity: function issue(address source, (uint32,uint32,address,uint64,uint32,uint16,uint64,bytes32,bytes32,uint128) leaf, (bytes32,uint128)[] path, (uint64,uint32,uint16,uint64,bytes32,bytes32,bool) claim, bytes signature) returns(uint256 id)
func (stabilityCertificate *StabilityCertificate) TryPackIssue(source common.Address, leaf GridOptimizationRewardsLeaf, path []SumTreeNode, claim StabilityCertificateClaim, signature []byte) ([]byte, error) {
	return stabilityCertificate.abi.Pack("issue", source, leaf, path, claim, signature)
}

// UnpackIssue is the Go binding that unpacks the parameters returned
// from invoking the contract method with ID 0x0c925bb6.
//
// Solidity: function issue(address source, (uint32,uint32,address,uint64,uint32,uint16,uint64,bytes32,bytes32,uint128) leaf, (bytes32,uint128)[] path, (uint64,uint32,uint16,uint64,bytes32,bytes32,bool) claim, bytes signature) returns(uint256 id)
func (stabilityCertificate *StabilityCertificate) UnpackIssue(data []byte) (*big.Int, error) {
	out, err := stabilityCertificate.abi.Unpack("issue", data)
	if err != nil {
		return new(big.Int), err
	}
	out0 := abi.ConvertType(out[0], new(big.Int)).(*big.Int)
	return out0, nil
}

// PackLiveKWh is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x4ff157e9.  This method will panic if any
// invalid/nil inputs are passed.
//
// Solidity: function liveKWh() view returns(uint256)
func (stabilityCertificate *StabilityCertificate) PackLiveKWh() []byte {
	enc, err := stabilityCertificate.abi.Pack("liveKWh")
	if err != nil {
		panic(err)
	}
	return enc
}

// TryPackLiveKWh is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x4ff157e9.  This method will return an error
// if any inputs are invalid/nil.
//
// Solidity: function liveKWh() view returns(uint256)
func (stabilityCertificate *StabilityCertificate) TryPackLiveKWh() ([]byte, error) {
	return stabilityCertificate.abi.Pack("liveKWh")
}

// UnpackLiveKWh is the Go binding that unpacks the parameters returned
// from invoking the contract method with ID 0x4ff157e9.
//
// Solidity: function liveKWh() view returns(uint256)
func (stabilityCertificate *StabilityCertificate) UnpackLiveKWh(data []byte) (*big.Int, error) {
	out, err := stabilityCertificate.abi.Unpack("liveKWh", data)
	if err != nil {
		return new(big.Int), err
	}
	out0 := abi.ConvertType(out[0], new(big.Int)).(*big.Int)
	return out0, nil
}

// PackMeterOf is the Go binding used to pack the parameters required for calling
// the contract method with ID 0xea05320c.  This method will panic if any
// invalid/nil inputs are passed.
//
// Solidity: function meterOf(uint64 site) view returns(address)
func (stabilityCertificate *StabilityCertificate) PackMeterOf(site uint64) []byte {
	enc, err := stabilityCertificate.abi.Pack("meterOf", site)
	if err != nil {
		panic(err)
	}
	return enc
}

// TryPackMeterOf is the Go binding used to pack the parameters required for calling
// the contract method with ID 0xea05320c.  This method will return an error
// if any inputs are invalid/nil.
//
// Solidity: function meterOf(uint64 site) view returns(address)
func (stabilityCertificate *StabilityCertificate) TryPackMeterOf(site uint64) ([]byte, error) {
	return stabilityCertificate.abi.Pack("meterOf", site)
}

// UnpackMeterOf is the Go binding that unpacks the parameters returned
// from invoking the contract method with ID 0xea05320c.
//
// Solidity: function meterOf(uint64 site) view returns(address)
func (stabilityCertificate *StabilityCertificate) UnpackMeterOf(data []byte) (common.Address, error) {
	out, err := stabilityCertificate.abi.Unpack("meterOf", data)
	if err != nil {
		return *new(common.Address), err
	}
	out0 := *abi.ConvertType(out[0], new(common.Address)).(*common.Address)
	return out0, nil
}

// PackName is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x06fdde03.  This method will panic if any
// invalid/nil inputs are passed.
//
// Solidity: function name() view returns(string)
func (stabilityCertificate *StabilityCertificate) PackName() []byte {
	enc, err := stabilityCertificate.abi.Pack("name")
	if err != nil {
		panic(err)
	}
	return enc
}

// TryPackName is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x06fdde03.  This method will return an error
// if any inputs are invalid/nil.
//
// Solidity: function name() view returns(string)
func (stabilityCertificate *StabilityCertificate) TryPackName() ([]byte, error) {
	return stabilityCertificate.abi.Pack("name")
}

// UnpackName is the Go binding that unpacks the parameters returned
// from invoking the contract method with ID 0x06fdde03.
//
// Solidity: function name() view returns(string)
func (stabilityCertificate *StabilityCertificate) UnpackName(data []byte) (string, error) {
	out, err := stabilityCertificate.abi.Unpack("name", data)
	if err != nil {
		return *new(string), err
	}
	out0 := *abi.ConvertType(out[0], new(string)).(*string)
	return out0, nil
}

// PackNameMeter is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x8d9bb7e1.  This method will panic if any
// invalid/nil inputs are passed.
//
// Solidity: function nameMeter(uint64 site, address meter) returns()
func (stabilityCertificate *StabilityCertificate) PackNameMeter(site uint64, meter common.Address) []byte {
	enc, err := stabilityCertificate.abi.Pack("nameMeter", site, meter)
	if err != nil {
		panic(err)
	}
	return enc
}

// TryPackNameMeter is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x8d9bb7e1.  This method will return an error
// if any inputs are invalid/nil.
//
// Solidity: function nameMeter(uint64 site, address meter) returns()
func (stabilityCertificate *StabilityCertificate) TryPackNameMeter(site uint64, meter common.Address) ([]byte, error) {
	return stabilityCertificate.abi.Pack("nameMeter", site, meter)
}

// PackNullifiers is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x39b51ea5.  This method will panic if any
// invalid/nil inputs are passed.
//
// Solidity: function nullifiers() view returns(address)
func (stabilityCertificate *StabilityCertificate) PackNullifiers() []byte {
	enc, err := stabilityCertificate.abi.Pack("nullifiers")
	if err != nil {
		panic(err)
	}
	return enc
}

// TryPackNullifiers is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x39b51ea5.  This method will return an error
// if any inputs are invalid/nil.
//
// Solidity: function nullifiers() view returns(address)
func (stabilityCertificate *StabilityCertificate) TryPackNullifiers() ([]byte, error) {
	return stabilityCertificate.abi.Pack("nullifiers")
}

// UnpackNullifiers is the Go binding that unpacks the parameters returned
// from invoking the contract method with ID 0x39b51ea5.
//
// Solidity: function nullifiers() view returns(address)
func (stabilityCertificate *StabilityCertificate) UnpackNullifiers(data []byte) (common.Address, error) {
	out, err := stabilityCertificate.abi.Unpack("nullifiers", data)
	if err != nil {
		return *new(common.Address), err
	}
	out0 := *abi.ConvertType(out[0], new(common.Address)).(*common.Address)
	return out0, nil
}

// PackOwner is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x8da5cb5b.  This method will panic if any
// invalid/nil inputs are passed.
//
// Solidity: function owner() view returns(address)
func (stabilityCertificate *StabilityCertificate) PackOwner() []byte {
	enc, err := stabilityCertificate.abi.Pack("owner")
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
func (stabilityCertificate *StabilityCertificate) TryPackOwner() ([]byte, error) {
	return stabilityCertificate.abi.Pack("owner")
}

// UnpackOwner is the Go binding that unpacks the parameters returned
// from invoking the contract method with ID 0x8da5cb5b.
//
// Solidity: function owner() view returns(address)
func (stabilityCertificate *StabilityCertificate) UnpackOwner(data []byte) (common.Address, error) {
	out, err := stabilityCertificate.abi.Unpack("owner", data)
	if err != nil {
		return *new(common.Address), err
	}
	out0 := *abi.ConvertType(out[0], new(common.Address)).(*common.Address)
	return out0, nil
}

// PackOwnerOf is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x6352211e.  This method will panic if any
// invalid/nil inputs are passed.
//
// Solidity: function ownerOf(uint256 tokenId) view returns(address)
func (stabilityCertificate *StabilityCertificate) PackOwnerOf(tokenId *big.Int) []byte {
	enc, err := stabilityCertificate.abi.Pack("ownerOf", tokenId)
	if err != nil {
		panic(err)
	}
	return enc
}

// TryPackOwnerOf is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x6352211e.  This method will return an error
// if any inputs are invalid/nil.
//
// Solidity: function ownerOf(uint256 tokenId) view returns(address)
func (stabilityCertificate *StabilityCertificate) TryPackOwnerOf(tokenId *big.Int) ([]byte, error) {
	return stabilityCertificate.abi.Pack("ownerOf", tokenId)
}

// UnpackOwnerOf is the Go binding that unpacks the parameters returned
// from invoking the contract method with ID 0x6352211e.
//
// Solidity: function ownerOf(uint256 tokenId) view returns(address)
func (stabilityCertificate *StabilityCertificate) UnpackOwnerOf(data []byte) (common.Address, error) {
	out, err := stabilityCertificate.abi.Unpack("ownerOf", data)
	if err != nil {
		return *new(common.Address), err
	}
	out0 := *abi.ConvertType(out[0], new(common.Address)).(*common.Address)
	return out0, nil
}

// PackPause is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x8456cb59.  This method will panic if any
// invalid/nil inputs are passed.
//
// Solidity: function pause() returns()
func (stabilityCertificate *StabilityCertificate) PackPause() []byte {
	enc, err := stabilityCertificate.abi.Pack("pause")
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
func (stabilityCertificate *StabilityCertificate) TryPackPause() ([]byte, error) {
	return stabilityCertificate.abi.Pack("pause")
}

// PackPaused is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x5c975abb.  This method will panic if any
// invalid/nil inputs are passed.
//
// Solidity: function paused() view returns(bool)
func (stabilityCertificate *StabilityCertificate) PackPaused() []byte {
	enc, err := stabilityCertificate.abi.Pack("paused")
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
func (stabilityCertificate *StabilityCertificate) TryPackPaused() ([]byte, error) {
	return stabilityCertificate.abi.Pack("paused")
}

// UnpackPaused is the Go binding that unpacks the parameters returned
// from invoking the contract method with ID 0x5c975abb.
//
// Solidity: function paused() view returns(bool)
func (stabilityCertificate *StabilityCertificate) UnpackPaused(data []byte) (bool, error) {
	out, err := stabilityCertificate.abi.Unpack("paused", data)
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
func (stabilityCertificate *StabilityCertificate) PackPendingDefaultAdmin() []byte {
	enc, err := stabilityCertificate.abi.Pack("pendingDefaultAdmin")
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
func (stabilityCertificate *StabilityCertificate) TryPackPendingDefaultAdmin() ([]byte, error) {
	return stabilityCertificate.abi.Pack("pendingDefaultAdmin")
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
func (stabilityCertificate *StabilityCertificate) UnpackPendingDefaultAdmin(data []byte) (PendingDefaultAdminOutput, error) {
	out, err := stabilityCertificate.abi.Unpack("pendingDefaultAdmin", data)
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
func (stabilityCertificate *StabilityCertificate) PackPendingDefaultAdminDelay() []byte {
	enc, err := stabilityCertificate.abi.Pack("pendingDefaultAdminDelay")
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
func (stabilityCertificate *StabilityCertificate) TryPackPendingDefaultAdminDelay() ([]byte, error) {
	return stabilityCertificate.abi.Pack("pendingDefaultAdminDelay")
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
func (stabilityCertificate *StabilityCertificate) UnpackPendingDefaultAdminDelay(data []byte) (PendingDefaultAdminDelayOutput, error) {
	out, err := stabilityCertificate.abi.Unpack("pendingDefaultAdminDelay", data)
	outstruct := new(PendingDefaultAdminDelayOutput)
	if err != nil {
		return *outstruct, err
	}
	outstruct.NewDelay = abi.ConvertType(out[0], new(big.Int)).(*big.Int)
	outstruct.Schedule = abi.ConvertType(out[1], new(big.Int)).(*big.Int)
	return *outstruct, nil
}

// PackRenounceRole is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x36568abe.  This method will panic if any
// invalid/nil inputs are passed.
//
// Solidity: function renounceRole(bytes32 role, address account) returns()
func (stabilityCertificate *StabilityCertificate) PackRenounceRole(role [32]byte, account common.Address) []byte {
	enc, err := stabilityCertificate.abi.Pack("renounceRole", role, account)
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
func (stabilityCertificate *StabilityCertificate) TryPackRenounceRole(role [32]byte, account common.Address) ([]byte, error) {
	return stabilityCertificate.abi.Pack("renounceRole", role, account)
}

// PackRetire is the Go binding used to pack the parameters required for calling
// the contract method with ID 0xa0004599.  This method will panic if any
// invalid/nil inputs are passed.
//
// Solidity: function retire(uint256 id, address beneficiary, string purpose) returns()
func (stabilityCertificate *StabilityCertificate) PackRetire(id *big.Int, beneficiary common.Address, purpose string) []byte {
	enc, err := stabilityCertificate.abi.Pack("retire", id, beneficiary, purpose)
	if err != nil {
		panic(err)
	}
	return enc
}

// TryPackRetire is the Go binding used to pack the parameters required for calling
// the contract method with ID 0xa0004599.  This method will return an error
// if any inputs are invalid/nil.
//
// Solidity: function retire(uint256 id, address beneficiary, string purpose) returns()
func (stabilityCertificate *StabilityCertificate) TryPackRetire(id *big.Int, beneficiary common.Address, purpose string) ([]byte, error) {
	return stabilityCertificate.abi.Pack("retire", id, beneficiary, purpose)
}

// PackRetiredKWh is the Go binding used to pack the parameters required for calling
// the contract method with ID 0xf7e36c9c.  This method will panic if any
// invalid/nil inputs are passed.
//
// Solidity: function retiredKWh() view returns(uint256)
func (stabilityCertificate *StabilityCertificate) PackRetiredKWh() []byte {
	enc, err := stabilityCertificate.abi.Pack("retiredKWh")
	if err != nil {
		panic(err)
	}
	return enc
}

// TryPackRetiredKWh is the Go binding used to pack the parameters required for calling
// the contract method with ID 0xf7e36c9c.  This method will return an error
// if any inputs are invalid/nil.
//
// Solidity: function retiredKWh() view returns(uint256)
func (stabilityCertificate *StabilityCertificate) TryPackRetiredKWh() ([]byte, error) {
	return stabilityCertificate.abi.Pack("retiredKWh")
}

// UnpackRetiredKWh is the Go binding that unpacks the parameters returned
// from invoking the contract method with ID 0xf7e36c9c.
//
// Solidity: function retiredKWh() view returns(uint256)
func (stabilityCertificate *StabilityCertificate) UnpackRetiredKWh(data []byte) (*big.Int, error) {
	out, err := stabilityCertificate.abi.Unpack("retiredKWh", data)
	if err != nil {
		return new(big.Int), err
	}
	out0 := abi.ConvertType(out[0], new(big.Int)).(*big.Int)
	return out0, nil
}

// PackRetirementOf is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x1b451c36.  This method will panic if any
// invalid/nil inputs are passed.
//
// Solidity: function retirementOf(uint256 id) view returns(address by, uint64 time, address beneficiary)
func (stabilityCertificate *StabilityCertificate) PackRetirementOf(id *big.Int) []byte {
	enc, err := stabilityCertificate.abi.Pack("retirementOf", id)
	if err != nil {
		panic(err)
	}
	return enc
}

// TryPackRetirementOf is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x1b451c36.  This method will return an error
// if any inputs are invalid/nil.
//
// Solidity: function retirementOf(uint256 id) view returns(address by, uint64 time, address beneficiary)
func (stabilityCertificate *StabilityCertificate) TryPackRetirementOf(id *big.Int) ([]byte, error) {
	return stabilityCertificate.abi.Pack("retirementOf", id)
}

// RetirementOfOutput serves as a container for the return parameters of contract
// method RetirementOf.
type RetirementOfOutput struct {
	By          common.Address
	Time        uint64
	Beneficiary common.Address
}

// UnpackRetirementOf is the Go binding that unpacks the parameters returned
// from invoking the contract method with ID 0x1b451c36.
//
// Solidity: function retirementOf(uint256 id) view returns(address by, uint64 time, address beneficiary)
func (stabilityCertificate *StabilityCertificate) UnpackRetirementOf(data []byte) (RetirementOfOutput, error) {
	out, err := stabilityCertificate.abi.Unpack("retirementOf", data)
	outstruct := new(RetirementOfOutput)
	if err != nil {
		return *outstruct, err
	}
	outstruct.By = *abi.ConvertType(out[0], new(common.Address)).(*common.Address)
	outstruct.Time = *abi.ConvertType(out[1], new(uint64)).(*uint64)
	outstruct.Beneficiary = *abi.ConvertType(out[2], new(common.Address)).(*common.Address)
	return *outstruct, nil
}

// PackRevokeRole is the Go binding used to pack the parameters required for calling
// the contract method with ID 0xd547741f.  This method will panic if any
// invalid/nil inputs are passed.
//
// Solidity: function revokeRole(bytes32 role, address account) returns()
func (stabilityCertificate *StabilityCertificate) PackRevokeRole(role [32]byte, account common.Address) []byte {
	enc, err := stabilityCertificate.abi.Pack("revokeRole", role, account)
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
func (stabilityCertificate *StabilityCertificate) TryPackRevokeRole(role [32]byte, account common.Address) ([]byte, error) {
	return stabilityCertificate.abi.Pack("revokeRole", role, account)
}

// PackRollbackDefaultAdminDelay is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x0aa6220b.  This method will panic if any
// invalid/nil inputs are passed.
//
// Solidity: function rollbackDefaultAdminDelay() returns()
func (stabilityCertificate *StabilityCertificate) PackRollbackDefaultAdminDelay() []byte {
	enc, err := stabilityCertificate.abi.Pack("rollbackDefaultAdminDelay")
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
func (stabilityCertificate *StabilityCertificate) TryPackRollbackDefaultAdminDelay() ([]byte, error) {
	return stabilityCertificate.abi.Pack("rollbackDefaultAdminDelay")
}

// PackSafeTransferFrom is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x42842e0e.  This method will panic if any
// invalid/nil inputs are passed.
//
// Solidity: function safeTransferFrom(address from, address to, uint256 tokenId) returns()
func (stabilityCertificate *StabilityCertificate) PackSafeTransferFrom(from common.Address, to common.Address, tokenId *big.Int) []byte {
	enc, err := stabilityCertificate.abi.Pack("safeTransferFrom", from, to, tokenId)
	if err != nil {
		panic(err)
	}
	return enc
}

// TryPackSafeTransferFrom is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x42842e0e.  This method will return an error
// if any inputs are invalid/nil.
//
// Solidity: function safeTransferFrom(address from, address to, uint256 tokenId) returns()
func (stabilityCertificate *StabilityCertificate) TryPackSafeTransferFrom(from common.Address, to common.Address, tokenId *big.Int) ([]byte, error) {
	return stabilityCertificate.abi.Pack("safeTransferFrom", from, to, tokenId)
}

// PackSafeTransferFrom0 is the Go binding used to pack the parameters required for calling
// the contract method with ID 0xb88d4fde.  This method will panic if any
// invalid/nil inputs are passed.
//
// Solidity: function safeTransferFrom(address from, address to, uint256 tokenId, bytes data) returns()
func (stabilityCertificate *StabilityCertificate) PackSafeTransferFrom0(from common.Address, to common.Address, tokenId *big.Int, data []byte) []byte {
	enc, err := stabilityCertificate.abi.Pack("safeTransferFrom0", from, to, tokenId, data)
	if err != nil {
		panic(err)
	}
	return enc
}

// TryPackSafeTransferFrom0 is the Go binding used to pack the parameters required for calling
// the contract method with ID 0xb88d4fde.  This method will return an error
// if any inputs are invalid/nil.
//
// Solidity: function safeTransferFrom(address from, address to, uint256 tokenId, bytes data) returns()
func (stabilityCertificate *StabilityCertificate) TryPackSafeTransferFrom0(from common.Address, to common.Address, tokenId *big.Int, data []byte) ([]byte, error) {
	return stabilityCertificate.abi.Pack("safeTransferFrom0", from, to, tokenId, data)
}

// PackSetApprovalForAll is the Go binding used to pack the parameters required for calling
// the contract method with ID 0xa22cb465.  This method will panic if any
// invalid/nil inputs are passed.
//
// Solidity: function setApprovalForAll(address operator, bool approved) returns()
func (stabilityCertificate *StabilityCertificate) PackSetApprovalForAll(operator common.Address, approved bool) []byte {
	enc, err := stabilityCertificate.abi.Pack("setApprovalForAll", operator, approved)
	if err != nil {
		panic(err)
	}
	return enc
}

// TryPackSetApprovalForAll is the Go binding used to pack the parameters required for calling
// the contract method with ID 0xa22cb465.  This method will return an error
// if any inputs are invalid/nil.
//
// Solidity: function setApprovalForAll(address operator, bool approved) returns()
func (stabilityCertificate *StabilityCertificate) TryPackSetApprovalForAll(operator common.Address, approved bool) ([]byte, error) {
	return stabilityCertificate.abi.Pack("setApprovalForAll", operator, approved)
}

// PackSuccessorOf is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x8571428c.  This method will panic if any
// invalid/nil inputs are passed.
//
// Solidity: function successorOf(uint256 id) view returns(uint256)
func (stabilityCertificate *StabilityCertificate) PackSuccessorOf(id *big.Int) []byte {
	enc, err := stabilityCertificate.abi.Pack("successorOf", id)
	if err != nil {
		panic(err)
	}
	return enc
}

// TryPackSuccessorOf is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x8571428c.  This method will return an error
// if any inputs are invalid/nil.
//
// Solidity: function successorOf(uint256 id) view returns(uint256)
func (stabilityCertificate *StabilityCertificate) TryPackSuccessorOf(id *big.Int) ([]byte, error) {
	return stabilityCertificate.abi.Pack("successorOf", id)
}

// UnpackSuccessorOf is the Go binding that unpacks the parameters returned
// from invoking the contract method with ID 0x8571428c.
//
// Solidity: function successorOf(uint256 id) view returns(uint256)
func (stabilityCertificate *StabilityCertificate) UnpackSuccessorOf(data []byte) (*big.Int, error) {
	out, err := stabilityCertificate.abi.Unpack("successorOf", data)
	if err != nil {
		return new(big.Int), err
	}
	out0 := abi.ConvertType(out[0], new(big.Int)).(*big.Int)
	return out0, nil
}

// PackSupersede is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x2858efc1.  This method will panic if any
// invalid/nil inputs are passed.
//
// Solidity: function supersede(uint256 id, address source, (uint32,uint32,address,uint64,uint32,uint16,uint64,bytes32,bytes32,uint128) leaf, (bytes32,uint128)[] path, (uint64,uint32,uint16,uint64,bytes32,bytes32,bool) claim, bytes signature) returns(uint256 successor)
func (stabilityCertificate *StabilityCertificate) PackSupersede(id *big.Int, source common.Address, leaf GridOptimizationRewardsLeaf, path []SumTreeNode, claim StabilityCertificateClaim, signature []byte) []byte {
	enc, err := stabilityCertificate.abi.Pack("supersede", id, source, leaf, path, claim, signature)
	if err != nil {
		panic(err)
	}
	return enc
}

// TryPackSupersede is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x2858efc1.  This method will return an error
// if any inputs are invalid/nil.
//
// Solidity: function supersede(uint256 id, address source, (uint32,uint32,address,uint64,uint32,uint16,uint64,bytes32,bytes32,uint128) leaf, (bytes32,uint128)[] path, (uint64,uint32,uint16,uint64,bytes32,bytes32,bool) claim, bytes signature) returns(uint256 successor)
func (stabilityCertificate *StabilityCertificate) TryPackSupersede(id *big.Int, source common.Address, leaf GridOptimizationRewardsLeaf, path []SumTreeNode, claim StabilityCertificateClaim, signature []byte) ([]byte, error) {
	return stabilityCertificate.abi.Pack("supersede", id, source, leaf, path, claim, signature)
}

// UnpackSupersede is the Go binding that unpacks the parameters returned
// from invoking the contract method with ID 0x2858efc1.
//
// Solidity: function supersede(uint256 id, address source, (uint32,uint32,address,uint64,uint32,uint16,uint64,bytes32,bytes32,uint128) leaf, (bytes32,uint128)[] path, (uint64,uint32,uint16,uint64,bytes32,bytes32,bool) claim, bytes signature) returns(uint256 successor)
func (stabilityCertificate *StabilityCertificate) UnpackSupersede(data []byte) (*big.Int, error) {
	out, err := stabilityCertificate.abi.Unpack("supersede", data)
	if err != nil {
		return new(big.Int), err
	}
	out0 := abi.ConvertType(out[0], new(big.Int)).(*big.Int)
	return out0, nil
}

// PackSupportsInterface is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x01ffc9a7.  This method will panic if any
// invalid/nil inputs are passed.
//
// Solidity: function supportsInterface(bytes4 id) view returns(bool)
func (stabilityCertificate *StabilityCertificate) PackSupportsInterface(id [4]byte) []byte {
	enc, err := stabilityCertificate.abi.Pack("supportsInterface", id)
	if err != nil {
		panic(err)
	}
	return enc
}

// TryPackSupportsInterface is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x01ffc9a7.  This method will return an error
// if any inputs are invalid/nil.
//
// Solidity: function supportsInterface(bytes4 id) view returns(bool)
func (stabilityCertificate *StabilityCertificate) TryPackSupportsInterface(id [4]byte) ([]byte, error) {
	return stabilityCertificate.abi.Pack("supportsInterface", id)
}

// UnpackSupportsInterface is the Go binding that unpacks the parameters returned
// from invoking the contract method with ID 0x01ffc9a7.
//
// Solidity: function supportsInterface(bytes4 id) view returns(bool)
func (stabilityCertificate *StabilityCertificate) UnpackSupportsInterface(data []byte) (bool, error) {
	out, err := stabilityCertificate.abi.Unpack("supportsInterface", data)
	if err != nil {
		return *new(bool), err
	}
	out0 := *abi.ConvertType(out[0], new(bool)).(*bool)
	return out0, nil
}

// PackSymbol is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x95d89b41.  This method will panic if any
// invalid/nil inputs are passed.
//
// Solidity: function symbol() view returns(string)
func (stabilityCertificate *StabilityCertificate) PackSymbol() []byte {
	enc, err := stabilityCertificate.abi.Pack("symbol")
	if err != nil {
		panic(err)
	}
	return enc
}

// TryPackSymbol is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x95d89b41.  This method will return an error
// if any inputs are invalid/nil.
//
// Solidity: function symbol() view returns(string)
func (stabilityCertificate *StabilityCertificate) TryPackSymbol() ([]byte, error) {
	return stabilityCertificate.abi.Pack("symbol")
}

// UnpackSymbol is the Go binding that unpacks the parameters returned
// from invoking the contract method with ID 0x95d89b41.
//
// Solidity: function symbol() view returns(string)
func (stabilityCertificate *StabilityCertificate) UnpackSymbol(data []byte) (string, error) {
	out, err := stabilityCertificate.abi.Unpack("symbol", data)
	if err != nil {
		return *new(string), err
	}
	out0 := *abi.ConvertType(out[0], new(string)).(*string)
	return out0, nil
}

// PackTokenURI is the Go binding used to pack the parameters required for calling
// the contract method with ID 0xc87b56dd.  This method will panic if any
// invalid/nil inputs are passed.
//
// Solidity: function tokenURI(uint256 id) view returns(string)
func (stabilityCertificate *StabilityCertificate) PackTokenURI(id *big.Int) []byte {
	enc, err := stabilityCertificate.abi.Pack("tokenURI", id)
	if err != nil {
		panic(err)
	}
	return enc
}

// TryPackTokenURI is the Go binding used to pack the parameters required for calling
// the contract method with ID 0xc87b56dd.  This method will return an error
// if any inputs are invalid/nil.
//
// Solidity: function tokenURI(uint256 id) view returns(string)
func (stabilityCertificate *StabilityCertificate) TryPackTokenURI(id *big.Int) ([]byte, error) {
	return stabilityCertificate.abi.Pack("tokenURI", id)
}

// UnpackTokenURI is the Go binding that unpacks the parameters returned
// from invoking the contract method with ID 0xc87b56dd.
//
// Solidity: function tokenURI(uint256 id) view returns(string)
func (stabilityCertificate *StabilityCertificate) UnpackTokenURI(data []byte) (string, error) {
	out, err := stabilityCertificate.abi.Unpack("tokenURI", data)
	if err != nil {
		return *new(string), err
	}
	out0 := *abi.ConvertType(out[0], new(string)).(*string)
	return out0, nil
}

// PackTransferFrom is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x23b872dd.  This method will panic if any
// invalid/nil inputs are passed.
//
// Solidity: function transferFrom(address from, address to, uint256 tokenId) returns()
func (stabilityCertificate *StabilityCertificate) PackTransferFrom(from common.Address, to common.Address, tokenId *big.Int) []byte {
	enc, err := stabilityCertificate.abi.Pack("transferFrom", from, to, tokenId)
	if err != nil {
		panic(err)
	}
	return enc
}

// TryPackTransferFrom is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x23b872dd.  This method will return an error
// if any inputs are invalid/nil.
//
// Solidity: function transferFrom(address from, address to, uint256 tokenId) returns()
func (stabilityCertificate *StabilityCertificate) TryPackTransferFrom(from common.Address, to common.Address, tokenId *big.Int) ([]byte, error) {
	return stabilityCertificate.abi.Pack("transferFrom", from, to, tokenId)
}

// PackUnpause is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x3f4ba83a.  This method will panic if any
// invalid/nil inputs are passed.
//
// Solidity: function unpause() returns()
func (stabilityCertificate *StabilityCertificate) PackUnpause() []byte {
	enc, err := stabilityCertificate.abi.Pack("unpause")
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
func (stabilityCertificate *StabilityCertificate) TryPackUnpause() ([]byte, error) {
	return stabilityCertificate.abi.Pack("unpause")
}

// StabilityCertificateApproval represents a Approval event raised by the StabilityCertificate contract.
type StabilityCertificateApproval struct {
	Owner    common.Address
	Approved common.Address
	TokenId  *big.Int
	Raw      *types.Log // Blockchain specific contextual infos
}

const StabilityCertificateApprovalEventName = "Approval"

// ContractEventName returns the user-defined event name.
func (StabilityCertificateApproval) ContractEventName() string {
	return StabilityCertificateApprovalEventName
}

// UnpackApprovalEvent is the Go binding that unpacks the event data emitted
// by contract.
//
// Solidity: event Approval(address indexed owner, address indexed approved, uint256 indexed tokenId)
func (stabilityCertificate *StabilityCertificate) UnpackApprovalEvent(log *types.Log) (*StabilityCertificateApproval, error) {
	event := "Approval"
	if len(log.Topics) == 0 {
		return nil, bind.ErrNoEventSignature
	}
	if log.Topics[0] != stabilityCertificate.abi.Events[event].ID {
		return nil, bind.ErrEventSignatureMismatch
	}
	out := new(StabilityCertificateApproval)
	if len(log.Data) > 0 {
		if err := stabilityCertificate.abi.UnpackIntoInterface(out, event, log.Data); err != nil {
			return nil, err
		}
	}
	var indexed abi.Arguments
	for _, arg := range stabilityCertificate.abi.Events[event].Inputs {
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

// StabilityCertificateApprovalForAll represents a ApprovalForAll event raised by the StabilityCertificate contract.
type StabilityCertificateApprovalForAll struct {
	Owner    common.Address
	Operator common.Address
	Approved bool
	Raw      *types.Log // Blockchain specific contextual infos
}

const StabilityCertificateApprovalForAllEventName = "ApprovalForAll"

// ContractEventName returns the user-defined event name.
func (StabilityCertificateApprovalForAll) ContractEventName() string {
	return StabilityCertificateApprovalForAllEventName
}

// UnpackApprovalForAllEvent is the Go binding that unpacks the event data emitted
// by contract.
//
// Solidity: event ApprovalForAll(address indexed owner, address indexed operator, bool approved)
func (stabilityCertificate *StabilityCertificate) UnpackApprovalForAllEvent(log *types.Log) (*StabilityCertificateApprovalForAll, error) {
	event := "ApprovalForAll"
	if len(log.Topics) == 0 {
		return nil, bind.ErrNoEventSignature
	}
	if log.Topics[0] != stabilityCertificate.abi.Events[event].ID {
		return nil, bind.ErrEventSignatureMismatch
	}
	out := new(StabilityCertificateApprovalForAll)
	if len(log.Data) > 0 {
		if err := stabilityCertificate.abi.UnpackIntoInterface(out, event, log.Data); err != nil {
			return nil, err
		}
	}
	var indexed abi.Arguments
	for _, arg := range stabilityCertificate.abi.Events[event].Inputs {
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

// StabilityCertificateDefaultAdminDelayChangeCanceled represents a DefaultAdminDelayChangeCanceled event raised by the StabilityCertificate contract.
type StabilityCertificateDefaultAdminDelayChangeCanceled struct {
	Raw *types.Log // Blockchain specific contextual infos
}

const StabilityCertificateDefaultAdminDelayChangeCanceledEventName = "DefaultAdminDelayChangeCanceled"

// ContractEventName returns the user-defined event name.
func (StabilityCertificateDefaultAdminDelayChangeCanceled) ContractEventName() string {
	return StabilityCertificateDefaultAdminDelayChangeCanceledEventName
}

// UnpackDefaultAdminDelayChangeCanceledEvent is the Go binding that unpacks the event data emitted
// by contract.
//
// Solidity: event DefaultAdminDelayChangeCanceled()
func (stabilityCertificate *StabilityCertificate) UnpackDefaultAdminDelayChangeCanceledEvent(log *types.Log) (*StabilityCertificateDefaultAdminDelayChangeCanceled, error) {
	event := "DefaultAdminDelayChangeCanceled"
	if len(log.Topics) == 0 {
		return nil, bind.ErrNoEventSignature
	}
	if log.Topics[0] != stabilityCertificate.abi.Events[event].ID {
		return nil, bind.ErrEventSignatureMismatch
	}
	out := new(StabilityCertificateDefaultAdminDelayChangeCanceled)
	if len(log.Data) > 0 {
		if err := stabilityCertificate.abi.UnpackIntoInterface(out, event, log.Data); err != nil {
			return nil, err
		}
	}
	var indexed abi.Arguments
	for _, arg := range stabilityCertificate.abi.Events[event].Inputs {
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

// StabilityCertificateDefaultAdminDelayChangeScheduled represents a DefaultAdminDelayChangeScheduled event raised by the StabilityCertificate contract.
type StabilityCertificateDefaultAdminDelayChangeScheduled struct {
	NewDelay       *big.Int
	EffectSchedule *big.Int
	Raw            *types.Log // Blockchain specific contextual infos
}

const StabilityCertificateDefaultAdminDelayChangeScheduledEventName = "DefaultAdminDelayChangeScheduled"

// ContractEventName returns the user-defined event name.
func (StabilityCertificateDefaultAdminDelayChangeScheduled) ContractEventName() string {
	return StabilityCertificateDefaultAdminDelayChangeScheduledEventName
}

// UnpackDefaultAdminDelayChangeScheduledEvent is the Go binding that unpacks the event data emitted
// by contract.
//
// Solidity: event DefaultAdminDelayChangeScheduled(uint48 newDelay, uint48 effectSchedule)
func (stabilityCertificate *StabilityCertificate) UnpackDefaultAdminDelayChangeScheduledEvent(log *types.Log) (*StabilityCertificateDefaultAdminDelayChangeScheduled, error) {
	event := "DefaultAdminDelayChangeScheduled"
	if len(log.Topics) == 0 {
		return nil, bind.ErrNoEventSignature
	}
	if log.Topics[0] != stabilityCertificate.abi.Events[event].ID {
		return nil, bind.ErrEventSignatureMismatch
	}
	out := new(StabilityCertificateDefaultAdminDelayChangeScheduled)
	if len(log.Data) > 0 {
		if err := stabilityCertificate.abi.UnpackIntoInterface(out, event, log.Data); err != nil {
			return nil, err
		}
	}
	var indexed abi.Arguments
	for _, arg := range stabilityCertificate.abi.Events[event].Inputs {
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

// StabilityCertificateDefaultAdminTransferCanceled represents a DefaultAdminTransferCanceled event raised by the StabilityCertificate contract.
type StabilityCertificateDefaultAdminTransferCanceled struct {
	Raw *types.Log // Blockchain specific contextual infos
}

const StabilityCertificateDefaultAdminTransferCanceledEventName = "DefaultAdminTransferCanceled"

// ContractEventName returns the user-defined event name.
func (StabilityCertificateDefaultAdminTransferCanceled) ContractEventName() string {
	return StabilityCertificateDefaultAdminTransferCanceledEventName
}

// UnpackDefaultAdminTransferCanceledEvent is the Go binding that unpacks the event data emitted
// by contract.
//
// Solidity: event DefaultAdminTransferCanceled()
func (stabilityCertificate *StabilityCertificate) UnpackDefaultAdminTransferCanceledEvent(log *types.Log) (*StabilityCertificateDefaultAdminTransferCanceled, error) {
	event := "DefaultAdminTransferCanceled"
	if len(log.Topics) == 0 {
		return nil, bind.ErrNoEventSignature
	}
	if log.Topics[0] != stabilityCertificate.abi.Events[event].ID {
		return nil, bind.ErrEventSignatureMismatch
	}
	out := new(StabilityCertificateDefaultAdminTransferCanceled)
	if len(log.Data) > 0 {
		if err := stabilityCertificate.abi.UnpackIntoInterface(out, event, log.Data); err != nil {
			return nil, err
		}
	}
	var indexed abi.Arguments
	for _, arg := range stabilityCertificate.abi.Events[event].Inputs {
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

// StabilityCertificateDefaultAdminTransferScheduled represents a DefaultAdminTransferScheduled event raised by the StabilityCertificate contract.
type StabilityCertificateDefaultAdminTransferScheduled struct {
	NewAdmin       common.Address
	AcceptSchedule *big.Int
	Raw            *types.Log // Blockchain specific contextual infos
}

const StabilityCertificateDefaultAdminTransferScheduledEventName = "DefaultAdminTransferScheduled"

// ContractEventName returns the user-defined event name.
func (StabilityCertificateDefaultAdminTransferScheduled) ContractEventName() string {
	return StabilityCertificateDefaultAdminTransferScheduledEventName
}

// UnpackDefaultAdminTransferScheduledEvent is the Go binding that unpacks the event data emitted
// by contract.
//
// Solidity: event DefaultAdminTransferScheduled(address indexed newAdmin, uint48 acceptSchedule)
func (stabilityCertificate *StabilityCertificate) UnpackDefaultAdminTransferScheduledEvent(log *types.Log) (*StabilityCertificateDefaultAdminTransferScheduled, error) {
	event := "DefaultAdminTransferScheduled"
	if len(log.Topics) == 0 {
		return nil, bind.ErrNoEventSignature
	}
	if log.Topics[0] != stabilityCertificate.abi.Events[event].ID {
		return nil, bind.ErrEventSignatureMismatch
	}
	out := new(StabilityCertificateDefaultAdminTransferScheduled)
	if len(log.Data) > 0 {
		if err := stabilityCertificate.abi.UnpackIntoInterface(out, event, log.Data); err != nil {
			return nil, err
		}
	}
	var indexed abi.Arguments
	for _, arg := range stabilityCertificate.abi.Events[event].Inputs {
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

// StabilityCertificateEIP712DomainChanged represents a EIP712DomainChanged event raised by the StabilityCertificate contract.
type StabilityCertificateEIP712DomainChanged struct {
	Raw *types.Log // Blockchain specific contextual infos
}

const StabilityCertificateEIP712DomainChangedEventName = "EIP712DomainChanged"

// ContractEventName returns the user-defined event name.
func (StabilityCertificateEIP712DomainChanged) ContractEventName() string {
	return StabilityCertificateEIP712DomainChangedEventName
}

// UnpackEIP712DomainChangedEvent is the Go binding that unpacks the event data emitted
// by contract.
//
// Solidity: event EIP712DomainChanged()
func (stabilityCertificate *StabilityCertificate) UnpackEIP712DomainChangedEvent(log *types.Log) (*StabilityCertificateEIP712DomainChanged, error) {
	event := "EIP712DomainChanged"
	if len(log.Topics) == 0 {
		return nil, bind.ErrNoEventSignature
	}
	if log.Topics[0] != stabilityCertificate.abi.Events[event].ID {
		return nil, bind.ErrEventSignatureMismatch
	}
	out := new(StabilityCertificateEIP712DomainChanged)
	if len(log.Data) > 0 {
		if err := stabilityCertificate.abi.UnpackIntoInterface(out, event, log.Data); err != nil {
			return nil, err
		}
	}
	var indexed abi.Arguments
	for _, arg := range stabilityCertificate.abi.Events[event].Inputs {
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

// StabilityCertificateIssued represents a Issued event raised by the StabilityCertificate contract.
type StabilityCertificateIssued struct {
	Id      *big.Int
	Site    uint64
	Account common.Address
	KWh     uint64
	Settled bool
	Raw     *types.Log // Blockchain specific contextual infos
}

const StabilityCertificateIssuedEventName = "Issued"

// ContractEventName returns the user-defined event name.
func (StabilityCertificateIssued) ContractEventName() string {
	return StabilityCertificateIssuedEventName
}

// UnpackIssuedEvent is the Go binding that unpacks the event data emitted
// by contract.
//
// Solidity: event Issued(uint256 indexed id, uint64 indexed site, address indexed account, uint64 kWh, bool settled)
func (stabilityCertificate *StabilityCertificate) UnpackIssuedEvent(log *types.Log) (*StabilityCertificateIssued, error) {
	event := "Issued"
	if len(log.Topics) == 0 {
		return nil, bind.ErrNoEventSignature
	}
	if log.Topics[0] != stabilityCertificate.abi.Events[event].ID {
		return nil, bind.ErrEventSignatureMismatch
	}
	out := new(StabilityCertificateIssued)
	if len(log.Data) > 0 {
		if err := stabilityCertificate.abi.UnpackIntoInterface(out, event, log.Data); err != nil {
			return nil, err
		}
	}
	var indexed abi.Arguments
	for _, arg := range stabilityCertificate.abi.Events[event].Inputs {
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

// StabilityCertificateMeterNamed represents a MeterNamed event raised by the StabilityCertificate contract.
type StabilityCertificateMeterNamed struct {
	Site  uint64
	Meter common.Address
	Raw   *types.Log // Blockchain specific contextual infos
}

const StabilityCertificateMeterNamedEventName = "MeterNamed"

// ContractEventName returns the user-defined event name.
func (StabilityCertificateMeterNamed) ContractEventName() string {
	return StabilityCertificateMeterNamedEventName
}

// UnpackMeterNamedEvent is the Go binding that unpacks the event data emitted
// by contract.
//
// Solidity: event MeterNamed(uint64 indexed site, address indexed meter)
func (stabilityCertificate *StabilityCertificate) UnpackMeterNamedEvent(log *types.Log) (*StabilityCertificateMeterNamed, error) {
	event := "MeterNamed"
	if len(log.Topics) == 0 {
		return nil, bind.ErrNoEventSignature
	}
	if log.Topics[0] != stabilityCertificate.abi.Events[event].ID {
		return nil, bind.ErrEventSignatureMismatch
	}
	out := new(StabilityCertificateMeterNamed)
	if len(log.Data) > 0 {
		if err := stabilityCertificate.abi.UnpackIntoInterface(out, event, log.Data); err != nil {
			return nil, err
		}
	}
	var indexed abi.Arguments
	for _, arg := range stabilityCertificate.abi.Events[event].Inputs {
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

// StabilityCertificatePaused represents a Paused event raised by the StabilityCertificate contract.
type StabilityCertificatePaused struct {
	Account common.Address
	Raw     *types.Log // Blockchain specific contextual infos
}

const StabilityCertificatePausedEventName = "Paused"

// ContractEventName returns the user-defined event name.
func (StabilityCertificatePaused) ContractEventName() string {
	return StabilityCertificatePausedEventName
}

// UnpackPausedEvent is the Go binding that unpacks the event data emitted
// by contract.
//
// Solidity: event Paused(address account)
func (stabilityCertificate *StabilityCertificate) UnpackPausedEvent(log *types.Log) (*StabilityCertificatePaused, error) {
	event := "Paused"
	if len(log.Topics) == 0 {
		return nil, bind.ErrNoEventSignature
	}
	if log.Topics[0] != stabilityCertificate.abi.Events[event].ID {
		return nil, bind.ErrEventSignatureMismatch
	}
	out := new(StabilityCertificatePaused)
	if len(log.Data) > 0 {
		if err := stabilityCertificate.abi.UnpackIntoInterface(out, event, log.Data); err != nil {
			return nil, err
		}
	}
	var indexed abi.Arguments
	for _, arg := range stabilityCertificate.abi.Events[event].Inputs {
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

// StabilityCertificateRetired represents a Retired event raised by the StabilityCertificate contract.
type StabilityCertificateRetired struct {
	Id          *big.Int
	By          common.Address
	Beneficiary common.Address
	KWh         uint64
	Purpose     string
	Raw         *types.Log // Blockchain specific contextual infos
}

const StabilityCertificateRetiredEventName = "Retired"

// ContractEventName returns the user-defined event name.
func (StabilityCertificateRetired) ContractEventName() string {
	return StabilityCertificateRetiredEventName
}

// UnpackRetiredEvent is the Go binding that unpacks the event data emitted
// by contract.
//
// Solidity: event Retired(uint256 indexed id, address indexed by, address indexed beneficiary, uint64 kWh, string purpose)
func (stabilityCertificate *StabilityCertificate) UnpackRetiredEvent(log *types.Log) (*StabilityCertificateRetired, error) {
	event := "Retired"
	if len(log.Topics) == 0 {
		return nil, bind.ErrNoEventSignature
	}
	if log.Topics[0] != stabilityCertificate.abi.Events[event].ID {
		return nil, bind.ErrEventSignatureMismatch
	}
	out := new(StabilityCertificateRetired)
	if len(log.Data) > 0 {
		if err := stabilityCertificate.abi.UnpackIntoInterface(out, event, log.Data); err != nil {
			return nil, err
		}
	}
	var indexed abi.Arguments
	for _, arg := range stabilityCertificate.abi.Events[event].Inputs {
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

// StabilityCertificateRoleAdminChanged represents a RoleAdminChanged event raised by the StabilityCertificate contract.
type StabilityCertificateRoleAdminChanged struct {
	Role              [32]byte
	PreviousAdminRole [32]byte
	NewAdminRole      [32]byte
	Raw               *types.Log // Blockchain specific contextual infos
}

const StabilityCertificateRoleAdminChangedEventName = "RoleAdminChanged"

// ContractEventName returns the user-defined event name.
func (StabilityCertificateRoleAdminChanged) ContractEventName() string {
	return StabilityCertificateRoleAdminChangedEventName
}

// UnpackRoleAdminChangedEvent is the Go binding that unpacks the event data emitted
// by contract.
//
// Solidity: event RoleAdminChanged(bytes32 indexed role, bytes32 indexed previousAdminRole, bytes32 indexed newAdminRole)
func (stabilityCertificate *StabilityCertificate) UnpackRoleAdminChangedEvent(log *types.Log) (*StabilityCertificateRoleAdminChanged, error) {
	event := "RoleAdminChanged"
	if len(log.Topics) == 0 {
		return nil, bind.ErrNoEventSignature
	}
	if log.Topics[0] != stabilityCertificate.abi.Events[event].ID {
		return nil, bind.ErrEventSignatureMismatch
	}
	out := new(StabilityCertificateRoleAdminChanged)
	if len(log.Data) > 0 {
		if err := stabilityCertificate.abi.UnpackIntoInterface(out, event, log.Data); err != nil {
			return nil, err
		}
	}
	var indexed abi.Arguments
	for _, arg := range stabilityCertificate.abi.Events[event].Inputs {
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

// StabilityCertificateRoleGranted represents a RoleGranted event raised by the StabilityCertificate contract.
type StabilityCertificateRoleGranted struct {
	Role    [32]byte
	Account common.Address
	Sender  common.Address
	Raw     *types.Log // Blockchain specific contextual infos
}

const StabilityCertificateRoleGrantedEventName = "RoleGranted"

// ContractEventName returns the user-defined event name.
func (StabilityCertificateRoleGranted) ContractEventName() string {
	return StabilityCertificateRoleGrantedEventName
}

// UnpackRoleGrantedEvent is the Go binding that unpacks the event data emitted
// by contract.
//
// Solidity: event RoleGranted(bytes32 indexed role, address indexed account, address indexed sender)
func (stabilityCertificate *StabilityCertificate) UnpackRoleGrantedEvent(log *types.Log) (*StabilityCertificateRoleGranted, error) {
	event := "RoleGranted"
	if len(log.Topics) == 0 {
		return nil, bind.ErrNoEventSignature
	}
	if log.Topics[0] != stabilityCertificate.abi.Events[event].ID {
		return nil, bind.ErrEventSignatureMismatch
	}
	out := new(StabilityCertificateRoleGranted)
	if len(log.Data) > 0 {
		if err := stabilityCertificate.abi.UnpackIntoInterface(out, event, log.Data); err != nil {
			return nil, err
		}
	}
	var indexed abi.Arguments
	for _, arg := range stabilityCertificate.abi.Events[event].Inputs {
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

// StabilityCertificateRoleRevoked represents a RoleRevoked event raised by the StabilityCertificate contract.
type StabilityCertificateRoleRevoked struct {
	Role    [32]byte
	Account common.Address
	Sender  common.Address
	Raw     *types.Log // Blockchain specific contextual infos
}

const StabilityCertificateRoleRevokedEventName = "RoleRevoked"

// ContractEventName returns the user-defined event name.
func (StabilityCertificateRoleRevoked) ContractEventName() string {
	return StabilityCertificateRoleRevokedEventName
}

// UnpackRoleRevokedEvent is the Go binding that unpacks the event data emitted
// by contract.
//
// Solidity: event RoleRevoked(bytes32 indexed role, address indexed account, address indexed sender)
func (stabilityCertificate *StabilityCertificate) UnpackRoleRevokedEvent(log *types.Log) (*StabilityCertificateRoleRevoked, error) {
	event := "RoleRevoked"
	if len(log.Topics) == 0 {
		return nil, bind.ErrNoEventSignature
	}
	if log.Topics[0] != stabilityCertificate.abi.Events[event].ID {
		return nil, bind.ErrEventSignatureMismatch
	}
	out := new(StabilityCertificateRoleRevoked)
	if len(log.Data) > 0 {
		if err := stabilityCertificate.abi.UnpackIntoInterface(out, event, log.Data); err != nil {
			return nil, err
		}
	}
	var indexed abi.Arguments
	for _, arg := range stabilityCertificate.abi.Events[event].Inputs {
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

// StabilityCertificateSupersededBy represents a SupersededBy event raised by the StabilityCertificate contract.
type StabilityCertificateSupersededBy struct {
	Id        *big.Int
	Successor *big.Int
	KWh       uint64
	Raw       *types.Log // Blockchain specific contextual infos
}

const StabilityCertificateSupersededByEventName = "SupersededBy"

// ContractEventName returns the user-defined event name.
func (StabilityCertificateSupersededBy) ContractEventName() string {
	return StabilityCertificateSupersededByEventName
}

// UnpackSupersededByEvent is the Go binding that unpacks the event data emitted
// by contract.
//
// Solidity: event SupersededBy(uint256 indexed id, uint256 indexed successor, uint64 kWh)
func (stabilityCertificate *StabilityCertificate) UnpackSupersededByEvent(log *types.Log) (*StabilityCertificateSupersededBy, error) {
	event := "SupersededBy"
	if len(log.Topics) == 0 {
		return nil, bind.ErrNoEventSignature
	}
	if log.Topics[0] != stabilityCertificate.abi.Events[event].ID {
		return nil, bind.ErrEventSignatureMismatch
	}
	out := new(StabilityCertificateSupersededBy)
	if len(log.Data) > 0 {
		if err := stabilityCertificate.abi.UnpackIntoInterface(out, event, log.Data); err != nil {
			return nil, err
		}
	}
	var indexed abi.Arguments
	for _, arg := range stabilityCertificate.abi.Events[event].Inputs {
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

// StabilityCertificateTransfer represents a Transfer event raised by the StabilityCertificate contract.
type StabilityCertificateTransfer struct {
	From    common.Address
	To      common.Address
	TokenId *big.Int
	Raw     *types.Log // Blockchain specific contextual infos
}

const StabilityCertificateTransferEventName = "Transfer"

// ContractEventName returns the user-defined event name.
func (StabilityCertificateTransfer) ContractEventName() string {
	return StabilityCertificateTransferEventName
}

// UnpackTransferEvent is the Go binding that unpacks the event data emitted
// by contract.
//
// Solidity: event Transfer(address indexed from, address indexed to, uint256 indexed tokenId)
func (stabilityCertificate *StabilityCertificate) UnpackTransferEvent(log *types.Log) (*StabilityCertificateTransfer, error) {
	event := "Transfer"
	if len(log.Topics) == 0 {
		return nil, bind.ErrNoEventSignature
	}
	if log.Topics[0] != stabilityCertificate.abi.Events[event].ID {
		return nil, bind.ErrEventSignatureMismatch
	}
	out := new(StabilityCertificateTransfer)
	if len(log.Data) > 0 {
		if err := stabilityCertificate.abi.UnpackIntoInterface(out, event, log.Data); err != nil {
			return nil, err
		}
	}
	var indexed abi.Arguments
	for _, arg := range stabilityCertificate.abi.Events[event].Inputs {
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

// StabilityCertificateUnpaused represents a Unpaused event raised by the StabilityCertificate contract.
type StabilityCertificateUnpaused struct {
	Account common.Address
	Raw     *types.Log // Blockchain specific contextual infos
}

const StabilityCertificateUnpausedEventName = "Unpaused"

// ContractEventName returns the user-defined event name.
func (StabilityCertificateUnpaused) ContractEventName() string {
	return StabilityCertificateUnpausedEventName
}

// UnpackUnpausedEvent is the Go binding that unpacks the event data emitted
// by contract.
//
// Solidity: event Unpaused(address account)
func (stabilityCertificate *StabilityCertificate) UnpackUnpausedEvent(log *types.Log) (*StabilityCertificateUnpaused, error) {
	event := "Unpaused"
	if len(log.Topics) == 0 {
		return nil, bind.ErrNoEventSignature
	}
	if log.Topics[0] != stabilityCertificate.abi.Events[event].ID {
		return nil, bind.ErrEventSignatureMismatch
	}
	out := new(StabilityCertificateUnpaused)
	if len(log.Data) > 0 {
		if err := stabilityCertificate.abi.UnpackIntoInterface(out, event, log.Data); err != nil {
			return nil, err
		}
	}
	var indexed abi.Arguments
	for _, arg := range stabilityCertificate.abi.Events[event].Inputs {
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
func (stabilityCertificate *StabilityCertificate) UnpackError(raw []byte) (any, error) {
	if bytes.Equal(raw[:4], stabilityCertificate.abi.Errors["AccessControlBadConfirmation"].ID.Bytes()[:4]) {
		return stabilityCertificate.UnpackAccessControlBadConfirmationError(raw[4:])
	}
	if bytes.Equal(raw[:4], stabilityCertificate.abi.Errors["AccessControlEnforcedDefaultAdminDelay"].ID.Bytes()[:4]) {
		return stabilityCertificate.UnpackAccessControlEnforcedDefaultAdminDelayError(raw[4:])
	}
	if bytes.Equal(raw[:4], stabilityCertificate.abi.Errors["AccessControlEnforcedDefaultAdminRules"].ID.Bytes()[:4]) {
		return stabilityCertificate.UnpackAccessControlEnforcedDefaultAdminRulesError(raw[4:])
	}
	if bytes.Equal(raw[:4], stabilityCertificate.abi.Errors["AccessControlInvalidDefaultAdmin"].ID.Bytes()[:4]) {
		return stabilityCertificate.UnpackAccessControlInvalidDefaultAdminError(raw[4:])
	}
	if bytes.Equal(raw[:4], stabilityCertificate.abi.Errors["AccessControlUnauthorizedAccount"].ID.Bytes()[:4]) {
		return stabilityCertificate.UnpackAccessControlUnauthorizedAccountError(raw[4:])
	}
	if bytes.Equal(raw[:4], stabilityCertificate.abi.Errors["ERC721IncorrectOwner"].ID.Bytes()[:4]) {
		return stabilityCertificate.UnpackERC721IncorrectOwnerError(raw[4:])
	}
	if bytes.Equal(raw[:4], stabilityCertificate.abi.Errors["ERC721InsufficientApproval"].ID.Bytes()[:4]) {
		return stabilityCertificate.UnpackERC721InsufficientApprovalError(raw[4:])
	}
	if bytes.Equal(raw[:4], stabilityCertificate.abi.Errors["ERC721InvalidApprover"].ID.Bytes()[:4]) {
		return stabilityCertificate.UnpackERC721InvalidApproverError(raw[4:])
	}
	if bytes.Equal(raw[:4], stabilityCertificate.abi.Errors["ERC721InvalidOperator"].ID.Bytes()[:4]) {
		return stabilityCertificate.UnpackERC721InvalidOperatorError(raw[4:])
	}
	if bytes.Equal(raw[:4], stabilityCertificate.abi.Errors["ERC721InvalidOwner"].ID.Bytes()[:4]) {
		return stabilityCertificate.UnpackERC721InvalidOwnerError(raw[4:])
	}
	if bytes.Equal(raw[:4], stabilityCertificate.abi.Errors["ERC721InvalidReceiver"].ID.Bytes()[:4]) {
		return stabilityCertificate.UnpackERC721InvalidReceiverError(raw[4:])
	}
	if bytes.Equal(raw[:4], stabilityCertificate.abi.Errors["ERC721InvalidSender"].ID.Bytes()[:4]) {
		return stabilityCertificate.UnpackERC721InvalidSenderError(raw[4:])
	}
	if bytes.Equal(raw[:4], stabilityCertificate.abi.Errors["ERC721NonexistentToken"].ID.Bytes()[:4]) {
		return stabilityCertificate.UnpackERC721NonexistentTokenError(raw[4:])
	}
	if bytes.Equal(raw[:4], stabilityCertificate.abi.Errors["EnforcedPause"].ID.Bytes()[:4]) {
		return stabilityCertificate.UnpackEnforcedPauseError(raw[4:])
	}
	if bytes.Equal(raw[:4], stabilityCertificate.abi.Errors["ExpectedPause"].ID.Bytes()[:4]) {
		return stabilityCertificate.UnpackExpectedPauseError(raw[4:])
	}
	if bytes.Equal(raw[:4], stabilityCertificate.abi.Errors["InvalidShortString"].ID.Bytes()[:4]) {
		return stabilityCertificate.UnpackInvalidShortStringError(raw[4:])
	}
	if bytes.Equal(raw[:4], stabilityCertificate.abi.Errors["NoEnergy"].ID.Bytes()[:4]) {
		return stabilityCertificate.UnpackNoEnergyError(raw[4:])
	}
	if bytes.Equal(raw[:4], stabilityCertificate.abi.Errors["NotASource"].ID.Bytes()[:4]) {
		return stabilityCertificate.UnpackNotASourceError(raw[4:])
	}
	if bytes.Equal(raw[:4], stabilityCertificate.abi.Errors["NotCited"].ID.Bytes()[:4]) {
		return stabilityCertificate.UnpackNotCitedError(raw[4:])
	}
	if bytes.Equal(raw[:4], stabilityCertificate.abi.Errors["NotTheHolder"].ID.Bytes()[:4]) {
		return stabilityCertificate.UnpackNotTheHolderError(raw[4:])
	}
	if bytes.Equal(raw[:4], stabilityCertificate.abi.Errors["OtherClaim"].ID.Bytes()[:4]) {
		return stabilityCertificate.UnpackOtherClaimError(raw[4:])
	}
	if bytes.Equal(raw[:4], stabilityCertificate.abi.Errors["SafeCastOverflowedUintDowncast"].ID.Bytes()[:4]) {
		return stabilityCertificate.UnpackSafeCastOverflowedUintDowncastError(raw[4:])
	}
	if bytes.Equal(raw[:4], stabilityCertificate.abi.Errors["StringTooLong"].ID.Bytes()[:4]) {
		return stabilityCertificate.UnpackStringTooLongError(raw[4:])
	}
	if bytes.Equal(raw[:4], stabilityCertificate.abi.Errors["WrongMeter"].ID.Bytes()[:4]) {
		return stabilityCertificate.UnpackWrongMeterError(raw[4:])
	}
	if bytes.Equal(raw[:4], stabilityCertificate.abi.Errors["WrongState"].ID.Bytes()[:4]) {
		return stabilityCertificate.UnpackWrongStateError(raw[4:])
	}
	return nil, errors.New("Unknown error")
}

// StabilityCertificateAccessControlBadConfirmation represents a AccessControlBadConfirmation error raised by the StabilityCertificate contract.
type StabilityCertificateAccessControlBadConfirmation struct {
}

// ErrorID returns the hash of canonical representation of the error's signature.
//
// Solidity: error AccessControlBadConfirmation()
func StabilityCertificateAccessControlBadConfirmationErrorID() common.Hash {
	return common.HexToHash("0x6697b23232a647058342c0724fe7c415cab25915b54e5dbc03f233173d37b41c")
}

// UnpackAccessControlBadConfirmationError is the Go binding used to decode the provided
// error data into the corresponding Go error struct.
//
// Solidity: error AccessControlBadConfirmation()
func (stabilityCertificate *StabilityCertificate) UnpackAccessControlBadConfirmationError(raw []byte) (*StabilityCertificateAccessControlBadConfirmation, error) {
	out := new(StabilityCertificateAccessControlBadConfirmation)
	if err := stabilityCertificate.abi.UnpackIntoInterface(out, "AccessControlBadConfirmation", raw); err != nil {
		return nil, err
	}
	return out, nil
}

// StabilityCertificateAccessControlEnforcedDefaultAdminDelay represents a AccessControlEnforcedDefaultAdminDelay error raised by the StabilityCertificate contract.
type StabilityCertificateAccessControlEnforcedDefaultAdminDelay struct {
	Schedule *big.Int
}

// ErrorID returns the hash of canonical representation of the error's signature.
//
// Solidity: error AccessControlEnforcedDefaultAdminDelay(uint48 schedule)
func StabilityCertificateAccessControlEnforcedDefaultAdminDelayErrorID() common.Hash {
	return common.HexToHash("0x19ca5ebb8fb33f00e502c9392eddab1501674629178bf69b853cf037aaf4bb5d")
}

// UnpackAccessControlEnforcedDefaultAdminDelayError is the Go binding used to decode the provided
// error data into the corresponding Go error struct.
//
// Solidity: error AccessControlEnforcedDefaultAdminDelay(uint48 schedule)
func (stabilityCertificate *StabilityCertificate) UnpackAccessControlEnforcedDefaultAdminDelayError(raw []byte) (*StabilityCertificateAccessControlEnforcedDefaultAdminDelay, error) {
	out := new(StabilityCertificateAccessControlEnforcedDefaultAdminDelay)
	if err := stabilityCertificate.abi.UnpackIntoInterface(out, "AccessControlEnforcedDefaultAdminDelay", raw); err != nil {
		return nil, err
	}
	return out, nil
}

// StabilityCertificateAccessControlEnforcedDefaultAdminRules represents a AccessControlEnforcedDefaultAdminRules error raised by the StabilityCertificate contract.
type StabilityCertificateAccessControlEnforcedDefaultAdminRules struct {
}

// ErrorID returns the hash of canonical representation of the error's signature.
//
// Solidity: error AccessControlEnforcedDefaultAdminRules()
func StabilityCertificateAccessControlEnforcedDefaultAdminRulesErrorID() common.Hash {
	return common.HexToHash("0x3fc3c27ae3db78c81b8f6e685172134623efa268ee8cd8d54be38ad2a74fc13b")
}

// UnpackAccessControlEnforcedDefaultAdminRulesError is the Go binding used to decode the provided
// error data into the corresponding Go error struct.
//
// Solidity: error AccessControlEnforcedDefaultAdminRules()
func (stabilityCertificate *StabilityCertificate) UnpackAccessControlEnforcedDefaultAdminRulesError(raw []byte) (*StabilityCertificateAccessControlEnforcedDefaultAdminRules, error) {
	out := new(StabilityCertificateAccessControlEnforcedDefaultAdminRules)
	if err := stabilityCertificate.abi.UnpackIntoInterface(out, "AccessControlEnforcedDefaultAdminRules", raw); err != nil {
		return nil, err
	}
	return out, nil
}

// StabilityCertificateAccessControlInvalidDefaultAdmin represents a AccessControlInvalidDefaultAdmin error raised by the StabilityCertificate contract.
type StabilityCertificateAccessControlInvalidDefaultAdmin struct {
	DefaultAdmin common.Address
}

// ErrorID returns the hash of canonical representation of the error's signature.
//
// Solidity: error AccessControlInvalidDefaultAdmin(address defaultAdmin)
func StabilityCertificateAccessControlInvalidDefaultAdminErrorID() common.Hash {
	return common.HexToHash("0xc22c8022f2a840d6b6a9f113407715f5bbd4e88c1b0dd9434dc00700ba609ed4")
}

// UnpackAccessControlInvalidDefaultAdminError is the Go binding used to decode the provided
// error data into the corresponding Go error struct.
//
// Solidity: error AccessControlInvalidDefaultAdmin(address defaultAdmin)
func (stabilityCertificate *StabilityCertificate) UnpackAccessControlInvalidDefaultAdminError(raw []byte) (*StabilityCertificateAccessControlInvalidDefaultAdmin, error) {
	out := new(StabilityCertificateAccessControlInvalidDefaultAdmin)
	if err := stabilityCertificate.abi.UnpackIntoInterface(out, "AccessControlInvalidDefaultAdmin", raw); err != nil {
		return nil, err
	}
	return out, nil
}

// StabilityCertificateAccessControlUnauthorizedAccount represents a AccessControlUnauthorizedAccount error raised by the StabilityCertificate contract.
type StabilityCertificateAccessControlUnauthorizedAccount struct {
	Account    common.Address
	NeededRole [32]byte
}

// ErrorID returns the hash of canonical representation of the error's signature.
//
// Solidity: error AccessControlUnauthorizedAccount(address account, bytes32 neededRole)
func StabilityCertificateAccessControlUnauthorizedAccountErrorID() common.Hash {
	return common.HexToHash("0xe2517d3fbfae6f8515ef5ff1ccedc3933ab0cbbda0b492c06eb54ad10ef03b3e")
}

// UnpackAccessControlUnauthorizedAccountError is the Go binding used to decode the provided
// error data into the corresponding Go error struct.
//
// Solidity: error AccessControlUnauthorizedAccount(address account, bytes32 neededRole)
func (stabilityCertificate *StabilityCertificate) UnpackAccessControlUnauthorizedAccountError(raw []byte) (*StabilityCertificateAccessControlUnauthorizedAccount, error) {
	out := new(StabilityCertificateAccessControlUnauthorizedAccount)
	if err := stabilityCertificate.abi.UnpackIntoInterface(out, "AccessControlUnauthorizedAccount", raw); err != nil {
		return nil, err
	}
	return out, nil
}

// StabilityCertificateERC721IncorrectOwner represents a ERC721IncorrectOwner error raised by the StabilityCertificate contract.
type StabilityCertificateERC721IncorrectOwner struct {
	Sender  common.Address
	TokenId *big.Int
	Owner   common.Address
}

// ErrorID returns the hash of canonical representation of the error's signature.
//
// Solidity: error ERC721IncorrectOwner(address sender, uint256 tokenId, address owner)
func StabilityCertificateERC721IncorrectOwnerErrorID() common.Hash {
	return common.HexToHash("0x64283d7b313c8117c125f736876fa2b4e90ea3831a4716dfdb87d2f540e26289")
}

// UnpackERC721IncorrectOwnerError is the Go binding used to decode the provided
// error data into the corresponding Go error struct.
//
// Solidity: error ERC721IncorrectOwner(address sender, uint256 tokenId, address owner)
func (stabilityCertificate *StabilityCertificate) UnpackERC721IncorrectOwnerError(raw []byte) (*StabilityCertificateERC721IncorrectOwner, error) {
	out := new(StabilityCertificateERC721IncorrectOwner)
	if err := stabilityCertificate.abi.UnpackIntoInterface(out, "ERC721IncorrectOwner", raw); err != nil {
		return nil, err
	}
	return out, nil
}

// StabilityCertificateERC721InsufficientApproval represents a ERC721InsufficientApproval error raised by the StabilityCertificate contract.
type StabilityCertificateERC721InsufficientApproval struct {
	Operator common.Address
	TokenId  *big.Int
}

// ErrorID returns the hash of canonical representation of the error's signature.
//
// Solidity: error ERC721InsufficientApproval(address operator, uint256 tokenId)
func StabilityCertificateERC721InsufficientApprovalErrorID() common.Hash {
	return common.HexToHash("0x177e802f6f313bc89797ecace66d6d29ab4719cbaaacbb87367264048b1eb861")
}

// UnpackERC721InsufficientApprovalError is the Go binding used to decode the provided
// error data into the corresponding Go error struct.
//
// Solidity: error ERC721InsufficientApproval(address operator, uint256 tokenId)
func (stabilityCertificate *StabilityCertificate) UnpackERC721InsufficientApprovalError(raw []byte) (*StabilityCertificateERC721InsufficientApproval, error) {
	out := new(StabilityCertificateERC721InsufficientApproval)
	if err := stabilityCertificate.abi.UnpackIntoInterface(out, "ERC721InsufficientApproval", raw); err != nil {
		return nil, err
	}
	return out, nil
}

// StabilityCertificateERC721InvalidApprover represents a ERC721InvalidApprover error raised by the StabilityCertificate contract.
type StabilityCertificateERC721InvalidApprover struct {
	Approver common.Address
}

// ErrorID returns the hash of canonical representation of the error's signature.
//
// Solidity: error ERC721InvalidApprover(address approver)
func StabilityCertificateERC721InvalidApproverErrorID() common.Hash {
	return common.HexToHash("0xa9fbf51f86b8e03595d59dc726bb10c329bb24f62589be276d8dd193ca0b69ea")
}

// UnpackERC721InvalidApproverError is the Go binding used to decode the provided
// error data into the corresponding Go error struct.
//
// Solidity: error ERC721InvalidApprover(address approver)
func (stabilityCertificate *StabilityCertificate) UnpackERC721InvalidApproverError(raw []byte) (*StabilityCertificateERC721InvalidApprover, error) {
	out := new(StabilityCertificateERC721InvalidApprover)
	if err := stabilityCertificate.abi.UnpackIntoInterface(out, "ERC721InvalidApprover", raw); err != nil {
		return nil, err
	}
	return out, nil
}

// StabilityCertificateERC721InvalidOperator represents a ERC721InvalidOperator error raised by the StabilityCertificate contract.
type StabilityCertificateERC721InvalidOperator struct {
	Operator common.Address
}

// ErrorID returns the hash of canonical representation of the error's signature.
//
// Solidity: error ERC721InvalidOperator(address operator)
func StabilityCertificateERC721InvalidOperatorErrorID() common.Hash {
	return common.HexToHash("0x5b08ba185e8f577075361f3a3555a6580a227ce22734dcc979c1aeadf894658b")
}

// UnpackERC721InvalidOperatorError is the Go binding used to decode the provided
// error data into the corresponding Go error struct.
//
// Solidity: error ERC721InvalidOperator(address operator)
func (stabilityCertificate *StabilityCertificate) UnpackERC721InvalidOperatorError(raw []byte) (*StabilityCertificateERC721InvalidOperator, error) {
	out := new(StabilityCertificateERC721InvalidOperator)
	if err := stabilityCertificate.abi.UnpackIntoInterface(out, "ERC721InvalidOperator", raw); err != nil {
		return nil, err
	}
	return out, nil
}

// StabilityCertificateERC721InvalidOwner represents a ERC721InvalidOwner error raised by the StabilityCertificate contract.
type StabilityCertificateERC721InvalidOwner struct {
	Owner common.Address
}

// ErrorID returns the hash of canonical representation of the error's signature.
//
// Solidity: error ERC721InvalidOwner(address owner)
func StabilityCertificateERC721InvalidOwnerErrorID() common.Hash {
	return common.HexToHash("0x89c62b6479af2e623826dcc39c5133061d35b66d72de92833401dd2fd6567480")
}

// UnpackERC721InvalidOwnerError is the Go binding used to decode the provided
// error data into the corresponding Go error struct.
//
// Solidity: error ERC721InvalidOwner(address owner)
func (stabilityCertificate *StabilityCertificate) UnpackERC721InvalidOwnerError(raw []byte) (*StabilityCertificateERC721InvalidOwner, error) {
	out := new(StabilityCertificateERC721InvalidOwner)
	if err := stabilityCertificate.abi.UnpackIntoInterface(out, "ERC721InvalidOwner", raw); err != nil {
		return nil, err
	}
	return out, nil
}

// StabilityCertificateERC721InvalidReceiver represents a ERC721InvalidReceiver error raised by the StabilityCertificate contract.
type StabilityCertificateERC721InvalidReceiver struct {
	Receiver common.Address
}

// ErrorID returns the hash of canonical representation of the error's signature.
//
// Solidity: error ERC721InvalidReceiver(address receiver)
func StabilityCertificateERC721InvalidReceiverErrorID() common.Hash {
	return common.HexToHash("0x64a0ae9278f805eaf991dcd18ca78756d280b7508b764ef1b255c55845c11df9")
}

// UnpackERC721InvalidReceiverError is the Go binding used to decode the provided
// error data into the corresponding Go error struct.
//
// Solidity: error ERC721InvalidReceiver(address receiver)
func (stabilityCertificate *StabilityCertificate) UnpackERC721InvalidReceiverError(raw []byte) (*StabilityCertificateERC721InvalidReceiver, error) {
	out := new(StabilityCertificateERC721InvalidReceiver)
	if err := stabilityCertificate.abi.UnpackIntoInterface(out, "ERC721InvalidReceiver", raw); err != nil {
		return nil, err
	}
	return out, nil
}

// StabilityCertificateERC721InvalidSender represents a ERC721InvalidSender error raised by the StabilityCertificate contract.
type StabilityCertificateERC721InvalidSender struct {
	Sender common.Address
}

// ErrorID returns the hash of canonical representation of the error's signature.
//
// Solidity: error ERC721InvalidSender(address sender)
func StabilityCertificateERC721InvalidSenderErrorID() common.Hash {
	return common.HexToHash("0x73c6ac6e10798e95d99e1f130d923eb40193ecb8d094ec3dce93292564eb3b17")
}

// UnpackERC721InvalidSenderError is the Go binding used to decode the provided
// error data into the corresponding Go error struct.
//
// Solidity: error ERC721InvalidSender(address sender)
func (stabilityCertificate *StabilityCertificate) UnpackERC721InvalidSenderError(raw []byte) (*StabilityCertificateERC721InvalidSender, error) {
	out := new(StabilityCertificateERC721InvalidSender)
	if err := stabilityCertificate.abi.UnpackIntoInterface(out, "ERC721InvalidSender", raw); err != nil {
		return nil, err
	}
	return out, nil
}

// StabilityCertificateERC721NonexistentToken represents a ERC721NonexistentToken error raised by the StabilityCertificate contract.
type StabilityCertificateERC721NonexistentToken struct {
	TokenId *big.Int
}

// ErrorID returns the hash of canonical representation of the error's signature.
//
// Solidity: error ERC721NonexistentToken(uint256 tokenId)
func StabilityCertificateERC721NonexistentTokenErrorID() common.Hash {
	return common.HexToHash("0x7e273289a3a9ef6670f06df7dca227856fc925e956db96980692764a8bc734d7")
}

// UnpackERC721NonexistentTokenError is the Go binding used to decode the provided
// error data into the corresponding Go error struct.
//
// Solidity: error ERC721NonexistentToken(uint256 tokenId)
func (stabilityCertificate *StabilityCertificate) UnpackERC721NonexistentTokenError(raw []byte) (*StabilityCertificateERC721NonexistentToken, error) {
	out := new(StabilityCertificateERC721NonexistentToken)
	if err := stabilityCertificate.abi.UnpackIntoInterface(out, "ERC721NonexistentToken", raw); err != nil {
		return nil, err
	}
	return out, nil
}

// StabilityCertificateEnforcedPause represents a EnforcedPause error raised by the StabilityCertificate contract.
type StabilityCertificateEnforcedPause struct {
}

// ErrorID returns the hash of canonical representation of the error's signature.
//
// Solidity: error EnforcedPause()
func StabilityCertificateEnforcedPauseErrorID() common.Hash {
	return common.HexToHash("0xd93c0665d6c96d04a8f174024fc4ddd66c250604aff22bbec808de86dd3637e3")
}

// UnpackEnforcedPauseError is the Go binding used to decode the provided
// error data into the corresponding Go error struct.
//
// Solidity: error EnforcedPause()
func (stabilityCertificate *StabilityCertificate) UnpackEnforcedPauseError(raw []byte) (*StabilityCertificateEnforcedPause, error) {
	out := new(StabilityCertificateEnforcedPause)
	if err := stabilityCertificate.abi.UnpackIntoInterface(out, "EnforcedPause", raw); err != nil {
		return nil, err
	}
	return out, nil
}

// StabilityCertificateExpectedPause represents a ExpectedPause error raised by the StabilityCertificate contract.
type StabilityCertificateExpectedPause struct {
}

// ErrorID returns the hash of canonical representation of the error's signature.
//
// Solidity: error ExpectedPause()
func StabilityCertificateExpectedPauseErrorID() common.Hash {
	return common.HexToHash("0x8dfc202bcfe9a735b559bee70674422512bc5c30f687046ae8778315fb81da44")
}

// UnpackExpectedPauseError is the Go binding used to decode the provided
// error data into the corresponding Go error struct.
//
// Solidity: error ExpectedPause()
func (stabilityCertificate *StabilityCertificate) UnpackExpectedPauseError(raw []byte) (*StabilityCertificateExpectedPause, error) {
	out := new(StabilityCertificateExpectedPause)
	if err := stabilityCertificate.abi.UnpackIntoInterface(out, "ExpectedPause", raw); err != nil {
		return nil, err
	}
	return out, nil
}

// StabilityCertificateInvalidShortString represents a InvalidShortString error raised by the StabilityCertificate contract.
type StabilityCertificateInvalidShortString struct {
}

// ErrorID returns the hash of canonical representation of the error's signature.
//
// Solidity: error InvalidShortString()
func StabilityCertificateInvalidShortStringErrorID() common.Hash {
	return common.HexToHash("0xb3512b0c6163e5f0bafab72bb631b9d58cd7a731b082f910338aa21c83d5c274")
}

// UnpackInvalidShortStringError is the Go binding used to decode the provided
// error data into the corresponding Go error struct.
//
// Solidity: error InvalidShortString()
func (stabilityCertificate *StabilityCertificate) UnpackInvalidShortStringError(raw []byte) (*StabilityCertificateInvalidShortString, error) {
	out := new(StabilityCertificateInvalidShortString)
	if err := stabilityCertificate.abi.UnpackIntoInterface(out, "InvalidShortString", raw); err != nil {
		return nil, err
	}
	return out, nil
}

// StabilityCertificateNoEnergy represents a NoEnergy error raised by the StabilityCertificate contract.
type StabilityCertificateNoEnergy struct {
}

// ErrorID returns the hash of canonical representation of the error's signature.
//
// Solidity: error NoEnergy()
func StabilityCertificateNoEnergyErrorID() common.Hash {
	return common.HexToHash("0x7b78c38462fe4ef8a3e3e8c1296f3f44bbe34afce3d965e4d984aaf1e0e5556e")
}

// UnpackNoEnergyError is the Go binding used to decode the provided
// error data into the corresponding Go error struct.
//
// Solidity: error NoEnergy()
func (stabilityCertificate *StabilityCertificate) UnpackNoEnergyError(raw []byte) (*StabilityCertificateNoEnergy, error) {
	out := new(StabilityCertificateNoEnergy)
	if err := stabilityCertificate.abi.UnpackIntoInterface(out, "NoEnergy", raw); err != nil {
		return nil, err
	}
	return out, nil
}

// StabilityCertificateNotASource represents a NotASource error raised by the StabilityCertificate contract.
type StabilityCertificateNotASource struct {
	Source common.Address
}

// ErrorID returns the hash of canonical representation of the error's signature.
//
// Solidity: error NotASource(address source)
func StabilityCertificateNotASourceErrorID() common.Hash {
	return common.HexToHash("0xa324426fe8426d80d740e35d147528364fcbc2b9aeb0f8830cdc2034cbcc1fa8")
}

// UnpackNotASourceError is the Go binding used to decode the provided
// error data into the corresponding Go error struct.
//
// Solidity: error NotASource(address source)
func (stabilityCertificate *StabilityCertificate) UnpackNotASourceError(raw []byte) (*StabilityCertificateNotASource, error) {
	out := new(StabilityCertificateNotASource)
	if err := stabilityCertificate.abi.UnpackIntoInterface(out, "NotASource", raw); err != nil {
		return nil, err
	}
	return out, nil
}

// StabilityCertificateNotCited represents a NotCited error raised by the StabilityCertificate contract.
type StabilityCertificateNotCited struct {
	Epoch uint32
	Index uint32
}

// ErrorID returns the hash of canonical representation of the error's signature.
//
// Solidity: error NotCited(uint32 epoch, uint32 index)
func StabilityCertificateNotCitedErrorID() common.Hash {
	return common.HexToHash("0x04d9f22f7aed6c28387c68ef20c381777c316a59bbca6d98b97ef800f531d599")
}

// UnpackNotCitedError is the Go binding used to decode the provided
// error data into the corresponding Go error struct.
//
// Solidity: error NotCited(uint32 epoch, uint32 index)
func (stabilityCertificate *StabilityCertificate) UnpackNotCitedError(raw []byte) (*StabilityCertificateNotCited, error) {
	out := new(StabilityCertificateNotCited)
	if err := stabilityCertificate.abi.UnpackIntoInterface(out, "NotCited", raw); err != nil {
		return nil, err
	}
	return out, nil
}

// StabilityCertificateNotTheHolder represents a NotTheHolder error raised by the StabilityCertificate contract.
type StabilityCertificateNotTheHolder struct {
	Account common.Address
}

// ErrorID returns the hash of canonical representation of the error's signature.
//
// Solidity: error NotTheHolder(address account)
func StabilityCertificateNotTheHolderErrorID() common.Hash {
	return common.HexToHash("0x0566df55519a5b421c08467468e43eb4d1cfbc1b14f52799032c5b56da52a0be")
}

// UnpackNotTheHolderError is the Go binding used to decode the provided
// error data into the corresponding Go error struct.
//
// Solidity: error NotTheHolder(address account)
func (stabilityCertificate *StabilityCertificate) UnpackNotTheHolderError(raw []byte) (*StabilityCertificateNotTheHolder, error) {
	out := new(StabilityCertificateNotTheHolder)
	if err := stabilityCertificate.abi.UnpackIntoInterface(out, "NotTheHolder", raw); err != nil {
		return nil, err
	}
	return out, nil
}

// StabilityCertificateOtherClaim represents a OtherClaim error raised by the StabilityCertificate contract.
type StabilityCertificateOtherClaim struct {
	Site  uint64
	Start uint32
	N     uint16
}

// ErrorID returns the hash of canonical representation of the error's signature.
//
// Solidity: error OtherClaim(uint64 site, uint32 start, uint16 n)
func StabilityCertificateOtherClaimErrorID() common.Hash {
	return common.HexToHash("0x2c8ca74f25613cbc95251df68ecab3097892503eb27f04fac5c0510ba07f4147")
}

// UnpackOtherClaimError is the Go binding used to decode the provided
// error data into the corresponding Go error struct.
//
// Solidity: error OtherClaim(uint64 site, uint32 start, uint16 n)
func (stabilityCertificate *StabilityCertificate) UnpackOtherClaimError(raw []byte) (*StabilityCertificateOtherClaim, error) {
	out := new(StabilityCertificateOtherClaim)
	if err := stabilityCertificate.abi.UnpackIntoInterface(out, "OtherClaim", raw); err != nil {
		return nil, err
	}
	return out, nil
}

// StabilityCertificateSafeCastOverflowedUintDowncast represents a SafeCastOverflowedUintDowncast error raised by the StabilityCertificate contract.
type StabilityCertificateSafeCastOverflowedUintDowncast struct {
	Bits  uint8
	Value *big.Int
}

// ErrorID returns the hash of canonical representation of the error's signature.
//
// Solidity: error SafeCastOverflowedUintDowncast(uint8 bits, uint256 value)
func StabilityCertificateSafeCastOverflowedUintDowncastErrorID() common.Hash {
	return common.HexToHash("0x6dfcc6503a32754ce7a89698e18201fc5294fd4aad43edefee786f88423b1a12")
}

// UnpackSafeCastOverflowedUintDowncastError is the Go binding used to decode the provided
// error data into the corresponding Go error struct.
//
// Solidity: error SafeCastOverflowedUintDowncast(uint8 bits, uint256 value)
func (stabilityCertificate *StabilityCertificate) UnpackSafeCastOverflowedUintDowncastError(raw []byte) (*StabilityCertificateSafeCastOverflowedUintDowncast, error) {
	out := new(StabilityCertificateSafeCastOverflowedUintDowncast)
	if err := stabilityCertificate.abi.UnpackIntoInterface(out, "SafeCastOverflowedUintDowncast", raw); err != nil {
		return nil, err
	}
	return out, nil
}

// StabilityCertificateStringTooLong represents a StringTooLong error raised by the StabilityCertificate contract.
type StabilityCertificateStringTooLong struct {
	Str string
}

// ErrorID returns the hash of canonical representation of the error's signature.
//
// Solidity: error StringTooLong(string str)
func StabilityCertificateStringTooLongErrorID() common.Hash {
	return common.HexToHash("0x305a27a93f8e33b7392df0a0f91d6fc63847395853c45991eec52dbf24d72381")
}

// UnpackStringTooLongError is the Go binding used to decode the provided
// error data into the corresponding Go error struct.
//
// Solidity: error StringTooLong(string str)
func (stabilityCertificate *StabilityCertificate) UnpackStringTooLongError(raw []byte) (*StabilityCertificateStringTooLong, error) {
	out := new(StabilityCertificateStringTooLong)
	if err := stabilityCertificate.abi.UnpackIntoInterface(out, "StringTooLong", raw); err != nil {
		return nil, err
	}
	return out, nil
}

// StabilityCertificateWrongMeter represents a WrongMeter error raised by the StabilityCertificate contract.
type StabilityCertificateWrongMeter struct {
	Site uint64
}

// ErrorID returns the hash of canonical representation of the error's signature.
//
// Solidity: error WrongMeter(uint64 site)
func StabilityCertificateWrongMeterErrorID() common.Hash {
	return common.HexToHash("0x019b58c6d9f73e8565b11727b6d34254f3c25b3807b60ca3a963f248ab2c5403")
}

// UnpackWrongMeterError is the Go binding used to decode the provided
// error data into the corresponding Go error struct.
//
// Solidity: error WrongMeter(uint64 site)
func (stabilityCertificate *StabilityCertificate) UnpackWrongMeterError(raw []byte) (*StabilityCertificateWrongMeter, error) {
	out := new(StabilityCertificateWrongMeter)
	if err := stabilityCertificate.abi.UnpackIntoInterface(out, "WrongMeter", raw); err != nil {
		return nil, err
	}
	return out, nil
}

// StabilityCertificateWrongState represents a WrongState error raised by the StabilityCertificate contract.
type StabilityCertificateWrongState struct {
	Id    *big.Int
	State uint8
}

// ErrorID returns the hash of canonical representation of the error's signature.
//
// Solidity: error WrongState(uint256 id, uint8 state)
func StabilityCertificateWrongStateErrorID() common.Hash {
	return common.HexToHash("0x800b061518cbf2095c1b1778c2e3202c0e88a5711a68b4d0ca85bbcbf3523260")
}

// UnpackWrongStateError is the Go binding used to decode the provided
// error data into the corresponding Go error struct.
//
// Solidity: error WrongState(uint256 id, uint8 state)
func (stabilityCertificate *StabilityCertificate) UnpackWrongStateError(raw []byte) (*StabilityCertificateWrongState, error) {
	out := new(StabilityCertificateWrongState)
	if err := stabilityCertificate.abi.UnpackIntoInterface(out, "WrongState", raw); err != nil {
		return nil, err
	}
	return out, nil
}
